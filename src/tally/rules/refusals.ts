export type TallyRefusal =
  | 'not-found'
  | 'not-verified'
  | 'wrong-state'
  | 'no-closed-round'
  | 'sheets-at-fault'
  | 'superseded'
  | 'tie-open'
  | 'second-person-needed'
  | 'recompute-differs';
