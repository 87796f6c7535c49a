export type NotificationsRefusal = 'not-found';
