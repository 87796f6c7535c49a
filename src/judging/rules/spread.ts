import {
  allow,
  type Decision,
  refuse,
  type StateTable,
  step,
} from '../../platform/pure/decision.js';
import type { RoundState, SheetState } from './states.js';

export type SpreadLevel = 'none' | 'warn' | 'recheck' | 'arbitrate';

/** Figures in hundredths; those of `flow` are reached at their value. */
export type SpreadRules = {
  /** What the distance of the highest from the lowest total means in this selection. */
  readonly levelOf: (range: number) => SpreadLevel;
  readonly flow: {
    readonly deviation: number;
    readonly fromMedian: number;
    readonly tolerance: number;
  };
};

/**
 * An entry whose judges are far apart: they look again; if that does not help an extra judge reads it;
 * if nobody agrees with that judge the chair decides.
 */
export type SpreadState =
  'rechecking' | 'agreed' | 'arbitrating' | 'settled' | 'undecided' | 'decided';
export type SpreadAction = 'agree' | 'call' | 'settle' | 'fail' | 'decide';

export const spreadStates: StateTable<SpreadState, SpreadAction> = {
  rechecking: { agree: 'agreed', call: 'arbitrating', fail: 'undecided' },
  agreed: {},
  arbitrating: { call: 'arbitrating', settle: 'settled', fail: 'undecided' },
  settled: { settle: 'settled', fail: 'undecided' },
  undecided: { settle: 'settled', decide: 'decided' },
  decided: {},
};

/** The states in which a round can not close yet. */
export const openSpreads: readonly SpreadState[] = ['rechecking', 'arbitrating', 'undecided'];

/** How far apart totals are: by their range, or as one that needs a second look for another figure. */
export function spreadOf(totals: readonly number[], rules: SpreadRules): SpreadLevel {
  const level = rules.levelOf(rangeOf(totals));
  if (level === 'arbitrate' || level === 'recheck') return level;
  const isScattered =
    deviates(totals, rules.flow.deviation) || strays(totals, rules.flow.fromMedian);
  return isScattered ? 'recheck' : level;
}

const rangeOf = (totals: readonly number[]): number => Math.max(...totals) - Math.min(...totals);

/** Whether the population's standard deviation is at least `limit`, without a root: n·Σx² − (Σx)² ≥ (n·limit)². */
function deviates(totals: readonly number[], limit: number): boolean {
  const n = totals.length;
  const sum = totals.reduce((all, one) => all + one, 0);
  const squares = totals.reduce((all, one) => all + one * one, 0);
  return n * squares - sum * sum >= (n * limit) ** 2;
}

/** Whether one of three or more is at least `limit` away from their median. */
function strays(totals: readonly number[], limit: number): boolean {
  if (totals.length < 3) return false;
  const sorted = [...totals].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] as number;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] as number;
  return totals.some((one) => Math.abs(2 * one - lower - upper) >= 2 * limit);
}

/** Where a panel and its case stand. */
export type SpreadFacts = {
  /** Null before there is a case. */
  readonly state: SpreadState | null;
  /** The signed totals of the panel, the extra judge's not among them. */
  readonly totals: readonly number[];
  /** Whether every live sheet of the panel is signed and there are enough of them. */
  readonly isWhole: boolean;
  /** How many are asked to look again and may still answer. */
  readonly waiting: number;
  /** The extra judge's sheet: null when there is none or its judge is gone; its total once signed. */
  readonly extra: { readonly total: number | null } | null;
};

/** Totals that agree with the extra judge's, as a sum over their number. */
export type Agreement = { readonly sum: number; readonly count: number };

export type SpreadStep =
  | { readonly act: 'open' | 'agree' | 'call' | 'fail' }
  | { readonly act: 'settle'; readonly value: Agreement };

/** What happens to an entry next; null when nothing does before somebody acts. */
export function nextSpreadStep(facts: SpreadFacts, rules: SpreadRules): SpreadStep | null {
  if (facts.state === null) return firstStep(facts, rules);
  if (facts.state === 'rechecking') return afterLook(facts, rules);
  if (facts.state === 'arbitrating' && facts.extra === null) return { act: 'call' };
  if (facts.state === 'agreed' || facts.state === 'decided') return null;
  return afterExtra(facts, rules);
}

function firstStep({ isWhole, totals }: SpreadFacts, rules: SpreadRules): SpreadStep | null {
  if (!isWhole) return null;
  const level = spreadOf(totals, rules);
  return level === 'recheck' || level === 'arbitrate' ? { act: 'open' } : null;
}

function afterLook(
  { isWhole, totals, waiting }: SpreadFacts,
  rules: SpreadRules,
): SpreadStep | null {
  if (!isWhole || waiting > 0) return null;
  return { act: rules.levelOf(rangeOf(totals)) === 'arbitrate' ? 'call' : 'agree' };
}

function afterExtra({ isWhole, totals, extra }: SpreadFacts, rules: SpreadRules) {
  const total = extra?.total ?? null;
  if (!isWhole || total === null) return null;
  const value = agreementWith(total, totals, rules.flow.tolerance);
  return value === null ? ({ act: 'fail' } as const) : ({ act: 'settle', value } as const);
}

/** The totals within `tolerance` of the extra judge's, that one included; null when it stands alone. */
export function agreementWith(
  extra: number,
  totals: readonly number[],
  tolerance: number,
): Agreement | null {
  const near = totals.filter((total) => Math.abs(total - extra) <= tolerance);
  if (near.length === 0) return null;
  return { sum: near.reduce((all, one) => all + one, extra), count: near.length + 1 };
}

/** Whether a judge may still answer: the score stands signed, and there is time. */
export function answerLook(
  round: { readonly state: RoundState },
  sheet: { readonly state: SheetState },
  look: { readonly dueAt: Date },
  now: Date,
): Decision<true, 'round-closed' | 'sheet-not-signed' | 'late'> {
  if (round.state !== 'open') return refuse('round-closed');
  if (sheet.state !== 'signed') return refuse('sheet-not-signed');
  return now < look.dueAt ? allow(true) : refuse('late');
}

/** The chair's value: of an undecided case, and no further out than any judge. */
export function decideSpread(
  spread: { readonly state: SpreadState },
  totals: readonly number[],
  value: number,
): Decision<SpreadState, 'wrong-state' | 'value-out-of-range'> {
  const next = step(spreadStates, spread.state, 'decide');
  if (!next.ok) return next;
  const isInside = value >= Math.min(...totals) && value <= Math.max(...totals);
  return isInside ? next : refuse('value-out-of-range');
}
