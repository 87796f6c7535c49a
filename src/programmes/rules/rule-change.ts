import {
  allow,
  type Decision,
  refuse,
  type StateTable,
  step,
} from '../../platform/pure/decision.js';
import type { SelectionConfig } from './config.js';
import type { Fault } from './fault.js';
import type { ProgrammeState } from './programme-states.js';
import { type Windows, windowFaults } from './windows.js';

/** What may still be changed of the rules once they are frozen: nothing that is scored or counted. */
export type OpenRules = {
  readonly name: string;
  readonly windows: Windows;
  readonly publicity: SelectionConfig['publicity'];
};

type StoredSpan = { readonly opensAt: string; readonly closesAt: string };

/** As `OpenRules`, with ISO instants. */
export type StoredRules = {
  readonly name: string;
  readonly windows: Readonly<Record<keyof Windows, StoredSpan>>;
  readonly publicity: SelectionConfig['publicity'];
};

export type ChangeState = 'proposed' | 'confirmed' | 'rejected' | 'taken-back';
export type ChangeAction = 'confirm' | 'reject' | 'take-back';

export const changeStates: StateTable<ChangeState, ChangeAction> = {
  proposed: { confirm: 'confirmed', reject: 'rejected', 'take-back': 'taken-back' },
  confirmed: {},
  rejected: {},
  'taken-back': {},
};

/** Which parts may still change in each state: units work, judges score, the public notice is given. */
const openParts: Readonly<
  Partial<Record<ProgrammeState, readonly (keyof Windows | 'name' | 'publicity')[]>>
> = {
  collecting: ['name', 'publicity', 'submission', 'recommendation', 'judging'],
  checking: ['name', 'publicity', 'judging'],
  judging: ['name', 'publicity', 'judging'],
  tallied: ['name', 'publicity'],
  verified: ['name', 'publicity'],
};

export const changeableParts = (
  state: ProgrammeState,
): readonly (keyof Windows | 'name' | 'publicity')[] => openParts[state] ?? [];

export const windowNames = ['submission', 'recommendation', 'judging'] as const;
const publicityKeys = ['amount', 'unit', 'countFirstDay', 'preReview'] as const;

export const storedRules = ({ name, windows, publicity }: OpenRules): StoredRules => {
  const span = ({ opensAt, closesAt }: Windows['submission']): StoredSpan => ({
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  });
  return {
    name,
    windows: {
      submission: span(windows.submission),
      recommendation: span(windows.recommendation),
      judging: span(windows.judging),
    },
    publicity: {
      amount: publicity.amount,
      unit: publicity.unit,
      countFirstDay: publicity.countFirstDay,
      preReview: publicity.preReview,
    },
  };
};

export const rulesIn = ({ name, windows, publicity }: StoredRules): OpenRules => {
  const span = ({ opensAt, closesAt }: StoredSpan): Windows['submission'] => ({
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
  });
  return {
    name,
    windows: {
      submission: span(windows.submission),
      recommendation: span(windows.recommendation),
      judging: span(windows.judging),
    },
    publicity,
  };
};

/** One thing that differs: where, and its value before and after, as it is stored. */
export type Difference = {
  /** `name`, `publicity.amount`, `windows.submission.closesAt`, … */
  readonly path: string;
  readonly before: string;
  readonly after: string;
};

/** What differs between two states of the open rules, in the order of the form. */
export function differences(before: StoredRules, after: StoredRules): Difference[] {
  const now = new Map(flat(after));
  return flat(before).flatMap(([path, value]) => {
    const changed = now.get(path) ?? '';
    return changed === value ? [] : [{ path, before: value, after: changed }];
  });
}

const flat = ({ name, windows, publicity }: StoredRules): [string, string][] => [
  ['name', name],
  ...windowNames.flatMap((key): [string, string][] => [
    [`windows.${key}.opensAt`, windows[key].opensAt],
    [`windows.${key}.closesAt`, windows[key].closesAt],
  ]),
  ...publicityKeys.map((key): [string, string] => [`publicity.${key}`, String(publicity[key])]),
];

/** The windows that move. */
export const movedWindows = (before: StoredRules, after: StoredRules): (keyof Windows)[] =>
  windowNames.filter((key) =>
    differences(before, after).some(({ path }) => path.startsWith(`windows.${key}.`)),
  );

export type ChangeFaultCode = 'no-longer-open' | 'begun-already' | 'over-already' | 'in-the-past';

/**
 * What of a change comes too late: a part whose stage is over, a beginning that has begun, a judging that
 * has ended, or a time that is not to come any more. An end of submission or recommendation that has passed
 * may still move while the selection collects.
 */
export function changeFaults(
  state: ProgrammeState,
  before: OpenRules,
  after: OpenRules,
  now: Date,
): Fault<ChangeFaultCode>[] {
  const open: readonly string[] = changeableParts(state);
  return differences(storedRules(before), storedRules(after)).flatMap(({ path }) => {
    const [part = '', key = '', end = ''] = path.split('.');
    const code = open.includes(part === 'windows' ? key : part)
      ? part === 'windows' && instantFault(before, after, key as keyof Windows, end, now)
      : 'no-longer-open';
    return code ? [{ path: `/${path.replaceAll('.', '/')}`, code }] : [];
  });
}

function instantFault(
  before: OpenRules,
  after: OpenRules,
  key: keyof Windows,
  end: string,
  now: Date,
): ChangeFaultCode | false {
  const old = before.windows[key];
  if (end === 'opensAt') {
    if (old.opensAt <= now) return 'begun-already';
    return after.windows[key].opensAt <= now && 'in-the-past';
  }
  if (key === 'judging' && old.closesAt <= now) return 'over-already';
  return after.windows[key].closesAt <= now && 'in-the-past';
}

type ChangeRefusal = 'wrong-state' | 'nothing-changed' | 'change-too-late' | 'windows-disordered';

/** Whether this change may be made now. The faults are told apart by `changeFaults` and `windowFaults`. */
export function change(
  state: ProgrammeState,
  before: OpenRules,
  after: OpenRules,
  now: Date,
): Decision<true, ChangeRefusal> {
  if (changeableParts(state).length === 0) return refuse('wrong-state');
  if (differences(storedRules(before), storedRules(after)).length === 0)
    return refuse('nothing-changed');
  if (changeFaults(state, before, after, now).length > 0) return refuse('change-too-late');
  return windowFaults(after.windows).length > 0 ? refuse('windows-disordered') : allow(true);
}

type Proposal = {
  readonly state: ChangeState;
  readonly proposedBy: string;
  readonly baseRevision: number;
  readonly baseFingerprint: string;
};

/** Whether a person may do this with a proposal: two different people make a change, one takes it back. */
export function decideChange(
  proposal: Proposal,
  action: ChangeAction,
  personId: string,
): Decision<ChangeState, 'change-decided' | 'second-person-needed' | 'not-proposer'> {
  const next = step(changeStates, proposal.state, action);
  if (!next.ok) return refuse('change-decided');
  const isOwn = proposal.proposedBy === personId;
  if (action === 'take-back') return isOwn ? next : refuse('not-proposer');
  return isOwn ? refuse('second-person-needed') : next;
}

/** Whether the rules are still those that the proposal was made on. */
export const isCurrent = (
  { baseRevision, baseFingerprint }: Proposal,
  rules: { readonly rulesRevision: number; readonly rulesFingerprint: string | null },
): boolean => baseRevision === rules.rulesRevision && baseFingerprint === rules.rulesFingerprint;
