import type { StateTable } from '../../platform/pure/decision.js';

export const entryStateNames = [
  'draft',
  'submitted',
  'returned',
  'endorsed',
  'recommended',
  'correcting',
  'accepted',
  'rejected',
  'withdrawn',
] as const;
export type EntryState = (typeof entryStateNames)[number];

export type EntryAction =
  | 'submit'
  | 'return'
  | 'endorse'
  | 'take-back'
  | 'recommend'
  | 'ask'
  | 'correct'
  | 'recall'
  | 'accept'
  | 'reject'
  | 'withdraw';

/**
 * A formal check that was decided wrongly is decided again, while the checking lasts. Asked for a
 * correction, an entry comes back from its unit corrected, or is called back as it is.
 */
export const entryStates: StateTable<EntryState, EntryAction> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', endorse: 'endorsed', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  endorsed: { 'take-back': 'submitted', recommend: 'recommended', withdraw: 'withdrawn' },
  recommended: {
    ask: 'correcting',
    accept: 'accepted',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  correcting: {
    correct: 'recommended',
    recall: 'recommended',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  accepted: { reject: 'rejected', withdraw: 'withdrawn' },
  rejected: { accept: 'accepted' },
  withdrawn: {},
};
