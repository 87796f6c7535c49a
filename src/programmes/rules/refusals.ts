export type ProgrammesRefusal =
  | 'not-found'
  | 'wrong-state'
  | 'unknown-template'
  | 'slug-taken'
  | 'windows-disordered'
  | 'config-invalid'
  | 'unknown-award'
  | 'unknown-unit'
  | 'unknown-category'
  | 'quota-twice'
  | 'quota-empty'
  | 'submission-over'
  | 'too-early';
