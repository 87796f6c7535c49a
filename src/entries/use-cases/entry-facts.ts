import type { ProgrammeFacts } from '../../programmes/public-api.js';
import type { Attachment, Entry, EntryField, Remark } from '../data/entries.entities.js';
import type { EntryActionName } from '../rules/actions.js';
import type { Shortcoming } from '../rules/completeness.js';
import type { EntryState } from '../rules/entry-states.js';
import type { CheckItem, CheckMark, CheckStanding } from '../rules/check-items.js';
import type { Leak } from '../rules/leak-scan.js';

/** What http tells of an entry in a list. */
export type EntryCard = {
  readonly entry: Entry;
  readonly programmeName: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly unitName: string;
  readonly prefectureName: string;
  readonly actions: readonly EntryActionName[];
};

/** An entry as its unit and the officers above it see it. */
export type UnitEntry = EntryCard & {
  readonly audience: 'unit';
  readonly fields: readonly EntryField[];
  readonly attachments: readonly Attachment[];
  readonly remarks: readonly Remark[];
  readonly missing: readonly Shortcoming[];
  /** Where judges could tell whose it is. */
  readonly leaks: readonly Leak[];
  /** Keys of what may be written now. */
  readonly changeable: readonly string[];
  /** Until when the unit may write. */
  readonly deadline: Date;
};

/** An item of the formal check's list as it stands. */
export type CheckLine = CheckItem & {
  readonly standing: CheckStanding;
  readonly mark: (CheckMark & { readonly byName: string; readonly counts: boolean }) | null;
};

/** A recommended entry as the province sees it. */
export type ProvinceEntry = EntryCard & {
  readonly audience: 'province';
  readonly fields: readonly EntryField[];
  readonly attachments: readonly Attachment[];
  readonly leaks: readonly Leak[];
  readonly checks: readonly CheckLine[];
  /** What the province asked to be corrected and is not yet. */
  readonly remarks: readonly Remark[];
};

export type Changed = { readonly id: string; readonly state: EntryState; readonly version: number };

/** @throws Error for a category of another programme: a foreign key forbids it */
export function categoryById(
  programme: ProgrammeFacts,
  id: string,
): ProgrammeFacts['categories'][number] {
  const category = programme.categories.find((known) => known.id === id);
  if (category === undefined) throw new Error(`category ${id} is not of programme ${programme.id}`);
  return category;
}
