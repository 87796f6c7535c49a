import type { EntryFacts } from '../../entries/public-api.js';
import type { Judge } from '../data/judge.entity.js';
import type { Match } from '../rules/panel.js';
import type { SheetRow } from '../rules/round-problem.js';
import type { Ledger } from './conflict-ledger.js';

/** What speaks for and against a judge scoring an entry of this round. */
export const matchOf = (
  ledger: Ledger,
  sheets: readonly SheetRow[],
  judge: Judge,
  entry: EntryFacts,
): Match => ({
  judge,
  entry,
  conflicts: ledger.conflicts
    .filter(({ judgeId, entryId }) => judgeId === judge.id && entryId === entry.id)
    .map(({ kind }) => kind),
  hadBefore: sheets.some(({ judgeId, entryId }) => judgeId === judge.id && entryId === entry.id),
});
