import type { IconName } from '../ui/icons';

type Look = {
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'error';
  readonly icon?: IconName;
};

const looks: Readonly<Record<string, Look>> = {
  draft: { tone: 'neutral', icon: 'pen' },
  submitted: { tone: 'info' },
  returned: { tone: 'warning', icon: 'return' },
  declined: { tone: 'neutral' },
  endorsed: { tone: 'success' },
  recommended: { tone: 'success', icon: 'lock' },
  correcting: { tone: 'warning', icon: 'return' },
  accepted: { tone: 'success', icon: 'star' },
  rejected: { tone: 'error' },
  withdrawn: { tone: 'neutral' },
};

/** How a state of an entry looks; an unknown one looks plain. */
export const lookOf = (state: string): Look => looks[state] ?? { tone: 'neutral' };

/** The states in the order of the road, for filters. */
export const stateOrder: readonly string[] = Object.keys(looks);
