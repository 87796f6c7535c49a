import type { StateTable } from '../../platform/pure/decision.js';

export const entryStateNames = [
  'draft',
  'submitted',
  'returned',
  'declined',
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
  | 'prolong'
  | 'decline'
  | 'reconsider'
  | 'endorse'
  | 'take-back'
  | 'recommend'
  | 'unlock'
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
  submitted: {
    return: 'returned',
    decline: 'declined',
    endorse: 'endorsed',
    withdraw: 'withdrawn',
  },
  returned: {
    submit: 'submitted',
    prolong: 'returned',
    decline: 'declined',
    withdraw: 'withdrawn',
  },
  declined: { reconsider: 'submitted', withdraw: 'withdrawn' },
  endorsed: { 'take-back': 'submitted', recommend: 'recommended', withdraw: 'withdrawn' },
  recommended: {
    unlock: 'endorsed',
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
