import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { commitmentsOf, type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment, Entry, EntryField, Remark } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { FieldData } from '../data/field-data.js';
import type { Filled } from '../rules/completeness.js';
import { isFiled } from '../rules/file-states.js';
import type { HandedIn } from '../rules/handed-in.js';
import { changeable, edit, isWriter, type Stage } from '../rules/submission.js';
import { categoryById } from './entry-facts.js';

/** What an entry holds: its answers and its files. */
export type EntryContent = {
  readonly fields: readonly EntryField[];
  readonly attachments: readonly Attachment[];
};

export type Selected = { readonly entry: Entry; readonly programme: ProgrammeFacts };

/** An entry laid open with its selection, as most use cases need it. */
@Injectable()
export class EntryDesk {
  constructor(
    private readonly entries: EntryData,
    private readonly fields: FieldData,
    private readonly attachments: AttachmentData,
    private readonly programmes: Programmes,
  ) {}

  /** An entry of the actor's own unit, locked. @throws Refused entries.not-own-entry */
  async own(tx: Tx, entryId: string, seen?: number): Promise<Selected> {
    const entry = await this.entries.lock(tx, entryId, seen);
    if (entry.unitId !== tx.actor.organisationId) throw new Refused('entries.not-own-entry');
    return { entry, programme: await this.programmes.find(tx, entry.programmeId) };
  }

  /** An entry that the actor's organisation writes, locked. @throws Refused entries.not-own-entry */
  async written(tx: Tx, entryId: string, seen?: number): Promise<Selected> {
    const entry = await this.entries.lock(tx, entryId, seen);
    if (!isWriter(tx.actor.organisationId, entry)) throw new Refused('entries.not-own-entry');
    return { entry, programme: await this.programmes.find(tx, entry.programmeId) };
  }

  /**
   * As `written`, and this part of it may be written now.
   * @param key of a field or an attachment rule, or `title`; whether there is such a part is not asked here
   */
  async writable(tx: Tx, entryId: string, key: string, seen?: number): Promise<Selected> {
    const selected = await this.written(tx, entryId, seen);
    const { entry, programme } = selected;
    must('entries', edit(entry, stageOf(programme), tx.now));
    const keys = keysOf(programme);
    const remarks = await this.fields.openRemarks(tx, entryId);
    if (keys.includes(key) && !changeable(entry, keys, remarks).includes(key))
      throw new Refused('entries.field-not-to-change');
    return selected;
  }

  /** As `written`, with the parts of it that may be written now. */
  async writableKeys(
    tx: Tx,
    entryId: string,
  ): Promise<Selected & { readonly keys: readonly string[] }> {
    const selected = await this.written(tx, entryId);
    must('entries', edit(selected.entry, stageOf(selected.programme), tx.now));
    const remarks = await this.fields.openRemarks(tx, entryId);
    return { ...selected, keys: changeable(selected.entry, keysOf(selected.programme), remarks) };
  }

  async parts(tx: Tx, { id }: Entry): Promise<EntryContent> {
    const fields = await this.fields.ofEntries(tx, [id]);
    const attachments = await this.attachments.ofEntries(tx, [id]);
    return { fields: fields.get(id) ?? [], attachments: attachments.get(id) ?? [] };
  }
}

export const stageOf = (programme: ProgrammeFacts): Stage => ({
  state: programme.state,
  submission: programme.windows.submission,
  recommendation: programme.windows.recommendation,
});

/** Everything of an entry that a remark can name. */
export const keysOf = ({ config }: ProgrammeFacts): string[] => [
  'title',
  ...config.fields.map(({ key }) => key),
  ...config.attachments.map(({ key }) => key),
];

export const changeableKeys = (
  { entry, programme }: Selected,
  remarks: readonly Remark[],
  now: Date,
): readonly string[] =>
  edit(entry, stageOf(programme), now).ok ? changeable(entry, keysOf(programme), remarks) : [];

const valuesOf = (fields: readonly EntryField[]): HandedIn['values'] =>
  Object.fromEntries(fields.map(({ key, value }) => [key, value]));

/** The content as it is kept when it is handed in. */
export function handedInOf(
  { entry, programme }: Selected,
  { fields, attachments }: EntryContent,
): HandedIn {
  const values = valuesOf(fields);
  const made = commitmentsOf(programme.config.fields, (key) => values[key] === true);
  return {
    title: entry.title,
    categoryCode: categoryById(programme, entry.categoryId).code,
    values,
    files: attachments.filter(isFiled).map(({ ruleKey, fileName, sha256 }) => ({
      rule: ruleKey,
      name: fileName,
      sha256,
    })),
    ...(made && { commitments: made }),
  };
}

/** The content laid out for the completeness rule; whether its files are ready is another question. */
export function filledOf(
  entry: Pick<Entry, 'title'>,
  { fields, attachments }: EntryContent,
): Filled {
  const files: Record<string, number> = {};
  for (const { ruleKey } of attachments) files[ruleKey] = (files[ruleKey] ?? 0) + 1;
  return {
    title: entry.title,
    values: valuesOf(fields),
    files,
  };
}

/** The category of a code. @throws Refused entries.unknown-category */
export function categoryOf(
  programme: ProgrammeFacts,
  code: string,
): ProgrammeFacts['categories'][number] {
  const category = programme.categories.find((known) => known.code === code);
  if (category === undefined) throw new Refused('entries.unknown-category');
  return category;
}
