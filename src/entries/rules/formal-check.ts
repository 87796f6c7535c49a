import { type Decision, refuse, step } from '../../platform/pure/decision.js';
import type { Shortcoming } from './completeness.js';
import { likenessLevel } from './likeness.js';
import { entryStates, type EntryState } from './entry-states.js';

export const rejectionReasons = [
  'incomplete',
  'word-count',
  'stamp-missing',
  'wrong-category',
  'anonymity',
  'copied',
  'prior-winner',
  'ineligible',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export type CheckCode =
  'complete' | 'words' | 'files' | 'rank' | 'in-time' | 'quota' | 'anonymity' | 'likeness';

/** One thing the program checks for the officer. What only people can judge is not among them. */
export type CheckItem = {
  readonly code: CheckCode;
  readonly ok: boolean;
  /** What does not fit; empty when it does. */
  readonly reasons: readonly Shortcoming[];
};

export type Checked = {
  readonly shortcomings: readonly Shortcoming[];
  /** Rule keys of files that are not ready, or of which no copy for judges could be made. */
  readonly unreadyFiles: readonly string[];
  readonly rank: number | null;
  readonly submittedAt: Date | null;
  readonly closesAt: Date;
  readonly places: number | null;
  readonly taken: number;
  /** How many places tell judges whose it is; null where it is not read blind. */
  readonly leaks: number | null;
  /** How much of it stands in the likest other entry, in thousandths. */
  readonly likeness: number;
};

const aboutWords: readonly string[] = ['too-long', 'too-short'];

export function formalCheck(entry: Checked): CheckItem[] {
  const words = entry.shortcomings.filter(({ code }) => aboutWords.includes(code));
  const rest = entry.shortcomings.filter(({ code }) => !aboutWords.includes(code));
  const files = entry.unreadyFiles.map((where): Shortcoming => ({
    where,
    code: 'bad-value',
    params: {},
  }));
  return [
    { code: 'complete', ok: rest.length === 0, reasons: rest },
    { code: 'words', ok: words.length === 0, reasons: words },
    { code: 'files', ok: files.length === 0, reasons: files },
    { code: 'rank', ok: entry.rank !== null, reasons: [] },
    {
      code: 'in-time',
      ok: entry.submittedAt !== null && entry.submittedAt < entry.closesAt,
      reasons: [],
    },
    { code: 'quota', ok: entry.places === null || entry.taken <= entry.places, reasons: [] },
    ...(entry.leaks === null
      ? []
      : [{ code: 'anonymity' as const, ok: entry.leaks === 0, reasons: [] }]),
    { code: 'likeness', ok: likenessLevel(entry.likeness) === 'none', reasons: [] },
  ];
}

/** Whether the province may decide on a recommended entry: while the checking lasts. */
export function decideCheck(
  entry: { readonly state: EntryState },
  action: 'accept' | 'reject',
  programme: { readonly state: string },
): Decision<EntryState, 'wrong-stage' | 'wrong-state'> {
  if (programme.state !== 'checking') return refuse('wrong-stage');
  return step(entryStates, entry.state, action);
}
