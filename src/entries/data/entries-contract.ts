import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Events } from '../../audit/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { type ProgrammeFacts, Programmes } from '../../programmes/public-api.js';
import { type BlindCopy, type BlindFile, Entries, type EntryFacts } from '../public-api.js';
import { blindText } from '../rules/blind-sections.js';
import { endingOf } from '../rules/file-name.js';
import { AttachmentData } from './attachment-data.js';
import { type Contributors, ContributorsData } from './contributors.js';
import {
  type Attachment,
  BlindCopy as BlindCopyRow,
  Entry,
  type EntryField,
  type StoredBlindFile,
} from './entries.entities.js';
import { FieldData } from './field-data.js';
import { reachOf } from './reach.js';

/** What other modules learn of entries. Row-level security decides what each actor learns. */
@Injectable()
export class EntriesContract extends Entries {
  constructor(
    private readonly fields: FieldData,
    private readonly attachments: AttachmentData,
    private readonly contributorsData: ContributorsData,
    private readonly programmes: Programmes,
    private readonly events: Events,
  ) {
    super();
  }

  async accepted(tx: Tx, programmeId: string): Promise<EntryFacts[]> {
    return (await this.#acceptedRows(tx, programmeId)).map(factsOf);
  }

  async contributors(tx: Tx, programmeId: string): Promise<Map<string, Contributors>> {
    const programme = await this.programmes.find(tx, programmeId);
    const entries = await this.#acceptedRows(tx, programmeId);
    return this.contributorsData.of(tx, programme, entries);
  }

  undecided(tx: Tx, programmeId: string): Promise<number> {
    return tx.manager
      .createQueryBuilder(Entry, 'entry')
      .where(reachOf(tx.actor), { organisation: tx.actor.organisationId })
      .andWhere({ programmeId, state: In(['recommended', 'correcting']) })
      .getCount();
  }

  async facts(tx: Tx, entryIds: readonly string[]): Promise<Map<string, EntryFacts>> {
    const rows = await tx.manager
      .createQueryBuilder(Entry, 'entry')
      .where(reachOf(tx.actor), { organisation: tx.actor.organisationId })
      .andWhere({ id: In([...new Set(entryIds)]) })
      .getMany();
    return new Map(rows.map((row) => [row.id, factsOf(row)]));
  }

  async blindTitles(
    tx: Tx,
    entryIds: readonly string[],
  ): Promise<Map<string, { readonly blindCode: string; readonly title: string }>> {
    const rows = await tx.manager.find(BlindCopyRow, {
      select: { entryId: true, blindCode: true, title: true },
      where: { entryId: In([...new Set(entryIds)]) },
    });
    return new Map(rows.map(({ entryId, blindCode, title }) => [entryId, { blindCode, title }]));
  }

  async blindCopy(tx: Tx, entryId: string): Promise<BlindCopy> {
    const { blindCode, title, abstract, sections, files } = await this.#copy(tx, entryId);
    return { entryId, blindCode, title, abstract, sections, files: files.map(publicFile) };
  }

  async blindFile(
    tx: Tx,
    entryId: string,
    fileId: string,
  ): Promise<BlindFile & { readonly storageKey: string }> {
    const { files } = await this.#copy(tx, entryId);
    return found(
      'entries',
      files.find(({ id }) => id === fileId),
    );
  }

  async writeBlindCopies(tx: Tx, programmeId: string): Promise<void> {
    const programme = await this.programmes.find(tx, programmeId);
    const entries = await this.#acceptedRows(tx, programmeId);
    const ids = entries.map(({ id }) => id);
    const fields = await this.fields.ofEntries(tx, ids);
    const attachments = await this.attachments.ofEntries(tx, ids);
    const copies = entries.map((entry) =>
      blindCopyOf(programme, entry, {
        fields: fields.get(entry.id) ?? [],
        attachments: attachments.get(entry.id) ?? [],
      }),
    );
    await this.#write(tx, copies);
    await this.events.record(tx, 'entries.blind-copies-written', {
      programmeId,
      entries: copies.length,
    });
  }

  #acceptedRows(tx: Tx, programmeId: string): Promise<Entry[]> {
    return tx.manager
      .createQueryBuilder(Entry, 'entry')
      .where(reachOf(tx.actor), { organisation: tx.actor.organisationId })
      .andWhere({ programmeId, state: 'accepted' })
      .orderBy('entry.caseNo')
      .getMany();
  }

  async #copy(tx: Tx, entryId: string): Promise<BlindCopyRow> {
    return found('entries', await tx.manager.findOneBy(BlindCopyRow, { entryId }));
  }

  /** In one statement, however many there are; a second writing replaces the first. */
  async #write(tx: Tx, copies: readonly Omit<BlindCopyRow, 'writtenAt'>[]): Promise<void> {
    await tx.manager.query(
      `insert into entries.blind_copy (entry_id, blind_code, title, abstract, sections, files, written_at)
       select copy."entryId", copy."blindCode", copy.title, copy.abstract, copy.sections, copy.files, $2
       from jsonb_to_recordset($1::jsonb) as copy ("entryId" uuid, "blindCode" text, title text,
         abstract text, sections jsonb, files jsonb)
       on conflict (entry_id) do update set blind_code = excluded.blind_code, title = excluded.title,
         abstract = excluded.abstract, sections = excluded.sections, files = excluded.files,
         written_at = excluded.written_at`,
      [JSON.stringify(copies), tx.now],
    );
  }
}

const factsOf = (entry: Entry): EntryFacts => ({
  id: entry.id,
  programmeId: entry.programmeId,
  categoryId: entry.categoryId,
  caseNo: entry.caseNo ?? '',
  blindCode: entry.blindCode ?? '',
  title: entry.title,
  unitId: entry.unitId,
  prefectureId: entry.prefectureId,
  rankInUnit: entry.rank ?? 0,
  createdBy: entry.createdBy,
  correctionDueAt: entry.correctionDueAt,
  returnDueAt: entry.returnDueAt,
});

function blindCopyOf(
  { config }: ProgrammeFacts,
  entry: Entry,
  parts: { fields: readonly EntryField[]; attachments: readonly Attachment[] },
): Omit<BlindCopyRow, 'writtenAt'> {
  const values = Object.fromEntries(parts.fields.map(({ key, value }) => [key, value]));
  const blindCode = entry.blindCode ?? '';
  const { abstract, sections } = blindText(config.fields, values, config.anonymity);
  const files = config.attachments
    .filter(({ judgesSee }) => judgesSee)
    .flatMap(({ key }) => parts.attachments.filter(({ ruleKey }) => ruleKey === key))
    .flatMap((attachment, index) =>
      blindFileOf(
        attachment,
        config.anonymity === 'none'
          ? attachment.fileName.replace(/\.[^.]*$/, '')
          : `${blindCode}-${index + 1}`,
      ),
    );
  return { entryId: entry.id, blindCode, title: entry.title, abstract, sections, files };
}

/** Under a made-up name; a file without a copy for judges stays away. */
function blindFileOf(attachment: Attachment, name: string): StoredBlindFile[] {
  const { id, derivativeKey, derivativeSize, derivativeMediaType, fileName } = attachment;
  if (derivativeKey === null || derivativeSize === null || derivativeMediaType === null) return [];
  return [
    {
      id,
      name: `${name}.${endingOf(fileName)}`,
      mediaType: derivativeMediaType,
      size: derivativeSize,
      storageKey: derivativeKey,
    },
  ];
}

const publicFile = ({ id, name, mediaType, size }: StoredBlindFile): BlindFile => ({
  id,
  name,
  mediaType,
  size,
});
