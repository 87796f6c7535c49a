import { isBinding } from './conflict-states.js';
import type { RoundRows, SheetRow } from './round-problem.js';

export type HeldSheets = Pick<RoundRows, 'judges' | 'conflicts'> & {
  readonly sheets: readonly (SheetRow & { readonly id: string })[];
};

/** The unsigned sheets that must not stay with their judge: a conflict came to light, or they left. */
export function takenBack(rows: HeldSheets): {
  readonly recused: string[];
  readonly left: string[];
} {
  const accepted = new Set(
    rows.judges.filter(({ state }) => state === 'accepted').map(({ id }) => id),
  );
  const conflicting = new Set(
    rows.conflicts
      .filter(({ state }) => isBinding(state))
      .map(({ judgeId, entryId }) => `${judgeId} ${entryId}`),
  );
  const unsigned = rows.sheets.filter(({ state }) => state === 'assigned' || state === 'draft');
  const left = unsigned.filter(({ judgeId }) => !accepted.has(judgeId));
  const recused = unsigned.filter(
    ({ judgeId, entryId }) => accepted.has(judgeId) && conflicting.has(`${judgeId} ${entryId}`),
  );
  return { recused: recused.map(({ id }) => id), left: left.map(({ id }) => id) };
}
