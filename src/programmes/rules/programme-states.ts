import type { StateTable } from '../../platform/pure/decision.js';

export type ProgrammeState =
  'draft' | 'collecting' | 'checking' | 'judging' | 'tallied' | 'verified' | 'notice' | 'announced';

export type ProgrammeAction =
  'open' | 'check' | 'judge' | 'tally' | 'verify' | 'reject-tally' | 'give-notice' | 'announce';

export const programmeStates: StateTable<ProgrammeState, ProgrammeAction> = {
  draft: { open: 'collecting' },
  collecting: { check: 'checking' },
  checking: { judge: 'judging' },
  judging: { tally: 'tallied' },
  tallied: { tally: 'tallied', verify: 'verified', 'reject-tally': 'judging' },
  verified: { 'give-notice': 'notice' },
  notice: { announce: 'announced' },
  announced: {},
};
