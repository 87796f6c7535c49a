import { type Decision, step } from '../../platform/pure/decision.js';
import type { Fault } from './fault.js';
import { type ProgrammeState, programmeStates } from './programme-states.js';
import { validateConfig } from './validate-config.js';
import { windowFaults, type Windows } from './windows.js';

/** One reason why a selection cannot be opened yet, with the places that contradict. */
export type Blocker = {
  readonly code: 'config-invalid' | 'windows-disordered' | 'submission-over' | 'quota-empty';
  readonly faults: readonly Fault[];
};

export type Draft = {
  readonly config: unknown;
  readonly windows: Windows;
  /** All places together. */
  readonly places: number;
};

/** Everything that stands against opening now; nothing when it may be opened. */
export function blockers({ config, windows, places }: Draft, now: Date): Blocker[] {
  const validated = validateConfig(config);
  const disorder = windowFaults(windows);
  const found: Blocker[] = [
    { code: 'config-invalid', faults: validated.ok ? [] : validated.problems },
    { code: 'windows-disordered', faults: disorder },
    {
      code: 'submission-over',
      faults:
        now < windows.submission.closesAt
          ? []
          : [{ path: '/windows/submission/closesAt', code: 'past' }],
    },
    { code: 'quota-empty', faults: places > 0 ? [] : [{ path: '/quotas', code: 'empty' }] },
  ];
  return found.filter(({ faults }) => faults.length > 0);
}

export const open = (state: ProgrammeState): Decision<ProgrammeState, 'wrong-state'> =>
  step(programmeStates, state, 'open');
