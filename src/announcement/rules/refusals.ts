export type AnnouncementRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'starts-in-past'
  | 'calendar-not-covered'
  | 'end-needed'
  | 'end-too-early'
  | 'notice-running';
