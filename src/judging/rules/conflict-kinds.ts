/** What a judge may declare; the file says which. */
export const declaredKinds = [
  'employer',
  'kin',
  'teacher-student',
  'co-author',
  'grievance',
  'other',
] as const;
export type DeclaredKind = (typeof declaredKinds)[number];

export type ConflictKind = 'same-unit' | 'same-prefecture' | DeclaredKind;
export type ConflictSource = 'computed' | 'declared' | 'administrator';
