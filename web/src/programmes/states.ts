import {
  programmeStates,
  type ProgrammeState,
} from '../../../src/programmes/rules/programme-states';

type Tone = 'neutral' | 'info' | 'success' | 'warning';

/** The road in order, as the states are met on it. */
export const road = Object.keys(programmeStates) as readonly ProgrammeState[];

const known = (state: string): state is ProgrammeState => road.some((step) => step === state);

/** The state as the page may show it: one it knows. */
export const stateOf = (state: string): ProgrammeState => (known(state) ? state : 'draft');

export const toneOf = (state: string): Tone => {
  if (state === 'draft') return 'neutral';
  return state === 'announced' ? 'success' : 'info';
};
