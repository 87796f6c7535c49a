import type { StateTable } from '../../platform/pure/decision.js';

export type RunState = 'computing' | 'complete' | 'verified' | 'rejected';
export type RunAction = 'complete' | 'verify' | 'reject';

export const runStates: StateTable<RunState, RunAction> = {
  computing: { complete: 'complete' },
  complete: { verify: 'verified', reject: 'rejected' },
  verified: {},
  rejected: {},
};
