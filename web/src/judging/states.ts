import {
  judgeStates,
  type JudgeState,
  roundStates,
  type RoundState,
  sheetStates,
  type SheetState,
} from '../../../src/judging/rules/states';
import { unlockStates, type UnlockState } from '../../../src/judging/rules/unlocking';
import { conflictStateNames, type ConflictState } from '../../../src/judging/rules/conflict-kinds';
import { runStates, type RunState } from '../../../src/judging/rules/run-states';
import type { IconName } from '../ui/icons';

type Tone = 'neutral' | 'info' | 'success' | 'warning';
type Look = { readonly tone: Tone; readonly icon?: IconName };

const judgeLooks: Readonly<Record<JudgeState, Look>> = {
  invited: { tone: 'info' },
  accepted: { tone: 'success' },
  declined: { tone: 'neutral', icon: 'cross' },
  withdrawn: { tone: 'warning', icon: 'return' },
};

const roundLooks: Readonly<Record<RoundState, Look>> = {
  preparing: { tone: 'neutral' },
  assigned: { tone: 'info' },
  open: { tone: 'info', icon: 'pen' },
  closed: { tone: 'success' },
};

const sheetLooks: Readonly<Record<SheetState, Look>> = {
  assigned: { tone: 'neutral' },
  draft: { tone: 'info', icon: 'pen' },
  signed: { tone: 'success' },
  recused: { tone: 'neutral', icon: 'flag' },
  void: { tone: 'neutral', icon: 'cross' },
};

const runLooks: Readonly<Record<RunState, Look>> = {
  draft: { tone: 'neutral', icon: 'clock' },
  computing: { tone: 'info', icon: 'clock' },
  ready: { tone: 'info', icon: 'flag' },
  failed: { tone: 'warning' },
  cancelled: { tone: 'neutral', icon: 'cross' },
  deployed: { tone: 'success' },
  replaced: { tone: 'neutral', icon: 'return' },
  undone: { tone: 'neutral', icon: 'return' },
};

const conflictLooks: Readonly<Record<ConflictState, Look>> = {
  proposed: { tone: 'warning', icon: 'warning' },
  confirmed: { tone: 'info', icon: 'flag' },
  dismissed: { tone: 'neutral', icon: 'cross' },
  pinned: { tone: 'info', icon: 'lock' },
};

const unlockLooks: Readonly<Record<UnlockState, Look>> = {
  requested: { tone: 'warning', icon: 'warning' },
  confirmed: { tone: 'info', icon: 'return' },
  dismissed: { tone: 'neutral', icon: 'cross' },
};

const pick = <Key extends string>(looks: Readonly<Record<Key, Look>>, states: object) => {
  const known = (state: string): state is Key => state in states;
  const first = Object.keys(states)[0] as Key;
  return (state: string): Look & { readonly state: Key } => {
    const shown = known(state) ? state : first;
    return { ...looks[shown], state: shown };
  };
};

/** How a state looks, and the state as the page may name it: one it knows. */
export const lookOfJudge = pick(judgeLooks, judgeStates);
export const lookOfRound = pick(roundLooks, roundStates);
export const lookOfSheet = pick(sheetLooks, sheetStates);
export const lookOfUnlock = pick(unlockLooks, unlockStates);
export const lookOfRun = pick(runLooks, runStates);
export const lookOfConflict = pick(
  conflictLooks,
  Object.fromEntries(conflictStateNames.map((state) => [state, state])),
);
