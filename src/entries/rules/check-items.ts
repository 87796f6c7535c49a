import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import type { Shortcoming } from './completeness.js';
import type { EntryState } from './entry-states.js';

/** The list of the formal check 形式审查, in the order in which it is gone through. */
export const checkCodes = [
  'complete',
  'words',
  'structure',
  'stamps',
  'commitments',
  'files',
  'quota',
  'rank',
  'in-time',
  'category',
  'eligibility',
  'repeats',
  'anonymity',
  'likeness',
  'wording',
  'privacy',
] as const;
export type CheckCode = (typeof checkCodes)[number];

export type CheckGroup = 'materials' | 'places' | 'standing' | 'content';

export const checkGroups: Readonly<Record<CheckCode, CheckGroup>> = {
  complete: 'materials',
  words: 'materials',
  structure: 'materials',
  stamps: 'materials',
  commitments: 'materials',
  files: 'materials',
  quota: 'places',
  rank: 'places',
  'in-time': 'places',
  category: 'standing',
  eligibility: 'standing',
  repeats: 'standing',
  anonymity: 'content',
  likeness: 'content',
  wording: 'content',
  privacy: 'content',
};

/** What a finding rests on, for a sentence: figures, instants (ISO) and names. */
export type CheckFact = {
  readonly code:
    | 'words'
    | 'filled'
    | 'sections'
    | 'attested'
    | 'files'
    | 'places'
    | 'no-quota'
    | 'rank'
    | 'received'
    | 'corrected'
    | 'same-title'
    | 'earlier'
    | 'leaks'
    | 'likeness';
  /** A field's or an attachment rule's key, `title` or `all-sections`; empty for the entry as a whole. */
  readonly where: string;
  readonly params: Readonly<Record<string, string | number>>;
};

/** One line of the list: what the program found about it. */
export type CheckItem = {
  readonly code: CheckCode;
  readonly group: CheckGroup;
  /** Null: only a person can tell. */
  readonly ok: boolean | null;
  /** What the finding rests on. */
  readonly facts: readonly CheckFact[];
  /** What does not fit; empty when it does. */
  readonly reasons: readonly Shortcoming[];
};

export const checkVerdicts = ['fits', 'fails'] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** What an officer found, over the program or where the program finds nothing. */
export type CheckMark = {
  readonly item: CheckCode;
  readonly verdict: CheckVerdict;
  readonly note: string;
  readonly by: string | null;
  readonly at: Date;
  readonly version: number;
};

export type CheckStanding = CheckVerdict | 'open';

/** Whether a mark speaks of the entry as it is now: what was found before a correction is found anew. */
export const counts = (mark: Pick<CheckMark, 'at'>, correctedAt: Date | null): boolean =>
  correctedAt === null || mark.at >= correctedAt;

/** How an item stands: as the officer found, else as the program did, else it waits for the officer. */
export function standingOf(
  { ok }: Pick<CheckItem, 'ok'>,
  mark: Pick<CheckMark, 'at' | 'verdict'> | undefined,
  correctedAt: Date | null,
): CheckStanding {
  if (mark !== undefined && counts(mark, correctedAt)) return mark.verdict;
  if (ok === null) return 'open';
  return ok ? 'fits' : 'fails';
}

/** Whether an officer may write down this finding now. What fails, and what overrules the program, is reasoned. */
export function markItem(
  entry: { readonly state: EntryState },
  programme: { readonly state: string },
  item: Pick<CheckItem, 'ok'>,
  mark: Pick<CheckMark, 'verdict' | 'note'>,
): Decision<true, 'wrong-stage' | 'wrong-state' | 'mark-needs-note'> {
  if (programme.state !== 'checking') return refuse('wrong-stage');
  if (entry.state !== 'recommended' && entry.state !== 'rejected') return refuse('wrong-state');
  const isReasoned = mark.verdict === 'fits' && item.ok !== false;
  return isReasoned || mark.note.trim() !== '' ? allow(true) : refuse('mark-needs-note');
}

/**
 * Whether the list lets an entry pass.
 * @param confirmsOpen the officer says that everything only a person can tell is as it should be
 */
export function passes(
  standings: readonly CheckStanding[],
  confirmsOpen: boolean,
): Decision<true, 'check-items-failing' | 'check-items-open'> {
  if (standings.includes('fails')) return refuse('check-items-failing');
  if (standings.includes('open') && !confirmsOpen) return refuse('check-items-open');
  return allow(true);
}
