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

/** What can be seen without asking anybody. */
export const computedKinds = [
  'same-unit',
  'same-prefecture',
  'own-unit-in-category',
  'took-part',
] as const;
export type ComputedKind = (typeof computedKinds)[number];

export type ConflictKind = ComputedKind | DeclaredKind;

export const conflictSources = ['computed', 'declared', 'reported', 'administrator'] as const;
export type ConflictSource = (typeof conflictSources)[number];

export const conflictStateNames = ['proposed', 'confirmed', 'dismissed', 'pinned'] as const;
export type ConflictState = (typeof conflictStateNames)[number];
