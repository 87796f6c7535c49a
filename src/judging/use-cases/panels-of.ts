import type { EntryFacts } from '../../entries/public-api.js';
import type { Panel } from '../rules/rounds.js';

/** One panel for every entry, also for those that have no sheet at all. */
export const panelsOf = (
  entries: readonly EntryFacts[],
  panels: ReadonlyMap<string, Panel>,
): Panel[] =>
  entries.map(
    ({ id }) => panels.get(id) ?? { entryId: id, live: 0, signed: 0, unsound: 0, asked: 0 },
  );
