import { Injectable } from '@nestjs/common';
import { Identity, type OrganisationFacts } from '../../identity/public-api.js';
import type { Tx } from '../../platform/database/tx.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import type { Attachment, Entry, EntryField } from '../data/entries.entities.js';
import type { FileText } from '../data/file-text.entity.js';
import { FileTextData } from '../data/file-text-data.js';
import { identityOf } from '../rules/entry-identity.js';
import type { FieldValues } from '../rules/form.js';
import { identityWords } from '../rules/identity-words.js';
import { type Leak, type LeakText, scanForLeaks } from '../rules/leak-scan.js';

type Parts = {
  readonly fields: ReadonlyMap<string, readonly EntryField[]>;
  readonly attachments: ReadonlyMap<string, readonly Attachment[]>;
};

/** Where what judges will read would tell them whose it is. */
@Injectable()
export class LeakDesk {
  constructor(
    private readonly identity: Identity,
    private readonly texts: FileTextData,
  ) {}

  /** By entry; of a selection that is not read blind there are none. */
  async of(
    tx: Tx,
    programme: ProgrammeFacts,
    entries: readonly Entry[],
    parts: Parts,
  ): Promise<Map<string, Leak[]>> {
    if (programme.config.anonymity !== 'full') return new Map();
    const texts = await this.texts.ofEntries(
      tx,
      entries.map(({ id }) => id),
    );
    const organisations = await this.identity.organisations(
      tx,
      entries.flatMap(({ unitId, countyId, prefectureId }) => [
        unitId,
        prefectureId,
        ...(countyId ? [countyId] : []),
      ]),
    );
    return new Map(
      entries.map((entry) => {
        const fields = parts.fields.get(entry.id) ?? [];
        const values = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
        const words = identityWords(
          identityOf(placesOf(entry, organisations), programme.config.fields, values),
        );
        const files = parts.attachments.get(entry.id) ?? [];
        const read = readTexts(programme, entry, values, files, texts.get(entry.id) ?? []);
        return [entry.id, scanForLeaks(read, words)];
      }),
    );
  }
}

function placesOf(entry: Entry, organisations: ReadonlyMap<string, OrganisationFacts>) {
  const nameOf = (id: string | null): string => organisations.get(id ?? '')?.name ?? '';
  return {
    unitName: nameOf(entry.unitId),
    countyName: nameOf(entry.countyId),
    prefectureName: nameOf(entry.prefectureId),
  };
}

/** The title, the texts that name nobody, and the files that judges see. */
function readTexts(
  { config }: ProgrammeFacts,
  entry: Entry,
  values: FieldValues,
  files: readonly Attachment[],
  texts: readonly FileText[],
): LeakText[] {
  const form = config.fields
    .filter(({ identifying }) => !identifying)
    .map(({ key }): LeakText => ({ place: { key, in: 'form' }, text: plainOf(values[key]) }));
  const seen = new Set(config.attachments.filter((rule) => rule.judgesSee).map(({ key }) => key));
  return [
    { place: { key: 'title', in: 'form' }, text: entry.title },
    ...form,
    ...files.filter(({ ruleKey }) => seen.has(ruleKey)).flatMap((file) => fileTexts(file, texts)),
  ];
}

function fileTexts(file: Attachment, texts: readonly FileText[]): LeakText[] {
  const at = { key: file.ruleKey, attachmentId: file.id } as const;
  const said = texts.find(({ attachmentId }) => attachmentId === file.id);
  return [
    { place: { ...at, in: 'name' }, text: file.fileName },
    { place: { ...at, in: 'text' }, text: said?.text ?? '' },
    ...Object.entries(said?.properties ?? {}).map(([property, text]): LeakText => ({
      place: { ...at, in: 'property', property },
      text,
    })),
  ];
}

const plainOf = (value: FieldValues[string]): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.map(String).join(' ') : '';
