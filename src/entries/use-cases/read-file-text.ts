import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { type DocumentText, docxText, pdfText } from '../../platform/documents/document-text.js';
import { FileStore } from '../../platform/files/file-store.js';
import { AttachmentData } from '../data/attachment-data.js';
import { FileTextData } from '../data/file-text-data.js';
import { type FileKind, kindOf } from '../rules/file-kind.js';

const readers: Readonly<Partial<Record<FileKind, (bytes: Buffer) => Promise<DocumentText>>>> = {
  docx: docxText,
  pdf: pdfText,
};

@Injectable()
export class ReadFileText {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentData,
    private readonly texts: FileTextData,
    private readonly files: FileStore,
  ) {}

  /** Keeps what a document says, so that the scan for names need not open it. Runs again harmlessly. */
  async run(attachmentId: string): Promise<void> {
    const attachment = await this.database.transaction(systemActor, (tx) =>
      this.attachments.byId(tx, attachmentId),
    );
    if (attachment === null) return;
    const kind = kindOf(attachment.mediaType);
    const read = kind && readers[kind];
    if (read === undefined) return;
    const said = await read(await buffer(await this.files.read(attachment.storageKey)));
    // PostgreSQL keeps no NUL in a text.
    const text = said.text.replaceAll('\0', '');
    const { id, entryId } = attachment;
    await this.database.transaction(systemActor, (tx) =>
      this.texts.put(tx, { attachmentId: id, entryId, text, properties: said.properties }),
    );
  }
}
