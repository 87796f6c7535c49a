import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import type { DocxContent, DocxFound } from '../../platform/documents/docx-blocks.js';
import { DocxReader } from '../../platform/documents/read-docx.js';
import { ByteLimit, TooManyBytes } from '../../platform/files/measured.js';
import { readZipDirectory } from '../../platform/pure/zip-directory.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { readableLayout } from '../rules/docx-structure.js';
import { beginsAs, claimedKind } from '../rules/file-kind.js';
import { type ImportPart, importParts, takesText } from '../rules/text-import.js';
import { EntryDesk } from './entry-desk.js';
import type { SentFile } from './upload-attachment.js';

const maxBytes = 20 * 1024 * 1024;
/** Characters; ten times the longest form. */
const longest = 300_000;

export type ReadDocument = { readonly parts: readonly ImportPart[]; readonly found: DocxFound };

/** Reads a Word document for the texts of an entry. Nothing is kept: the texts are saved as any other. */
@Injectable()
export class ReadEntryDocument {
  constructor(
    private readonly database: Database,
    private readonly desk: EntryDesk,
    private readonly reader: DocxReader,
  ) {}

  /** @throws Refused entries.document-without-text, entries.document-too-long, entries.file-damaged, … */
  async run(actor: Actor, entryId: string, file: SentFile): Promise<ReadDocument> {
    try {
      const fields = await this.#fields(actor, entryId);
      must('entries', claimedKind(file.fileName, ['docx']));
      const { blocks, found } = await this.#read(await receive(file.bytes));
      const parts = importParts(blocks, fields);
      if (parts.length === 0) throw new Refused('entries.document-without-text');
      if (parts.reduce((sum, { text }) => sum + text.length, 0) > longest)
        throw new Refused('entries.document-too-long');
      return { parts, found };
    } finally {
      file.bytes.destroy();
    }
  }

  /** The texts that the actor may write now. */
  #fields(actor: Actor, entryId: string) {
    return this.database.transaction(actor, async (tx) => {
      const { programme, keys } = await this.desk.writableKeys(tx, entryId);
      return programme.config.fields.filter(
        (field) => takesText(field) && keys.includes(field.key),
      );
    });
  }

  async #read(bytes: Buffer): Promise<DocxContent> {
    must('entries', beginsAs('docx', bytes));
    const directory = readZipDirectory(bytes);
    if (!directory.ok) throw new Refused('entries.file-damaged');
    must('entries', readableLayout(directory.value));
    const content = await this.reader.read(bytes);
    if (content === null) throw new Refused('entries.file-damaged');
    return content;
  }
}

async function receive(sent: Readable): Promise<Buffer> {
  const limited = new ByteLimit(maxBytes);
  sent.once('error', (error) => limited.destroy(error));
  try {
    return await buffer(sent.pipe(limited));
  } catch (error) {
    if (error instanceof TooManyBytes) throw new Refused('entries.file-too-large', { maxBytes });
    throw error;
  }
}
