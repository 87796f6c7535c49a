import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/database/tx.js';
import { Typesetter } from '../../platform/documents/typeset.js';
import type { ZippedFile } from '../../platform/documents/zip-stream.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Attachment } from '../data/entries.entities.js';
import { folderOf, GivenNames } from '../rules/package-names.js';
import {
  type EntryForm,
  entryFormData,
  entryFormDocx,
  entryFormTemplate,
} from './entry-form-documents.js';
import { EntryParts } from './entry-parts.js';

export type PackageFolder = {
  readonly entryId: string;
  readonly prefecture: string;
  readonly title: string;
};

/** The files of a package, one entry after the other, so that only one entry lies in memory. */
@Injectable()
export class PackageFiles {
  constructor(
    private readonly parts: EntryParts,
    private readonly files: FileStore,
    private readonly typesetter: Typesetter,
  ) {}

  /** Each entry is read anew as the actor reaches it then; last comes the list of hashes. */
  async *of(
    actor: Actor,
    folders: readonly PackageFolder[],
    at: Date,
  ): AsyncGenerator<ZippedFile, void, void> {
    const tops = new Map<string, string>();
    const topNames = new GivenNames();
    const names = new GivenNames();
    const hashes: string[] = [];
    for (const { entryId, prefecture, title } of folders) {
      const top = tops.get(prefecture) ?? topNames.give(prefecture);
      tops.set(prefecture, top);
      const folder = `${top}/${names.give(folderOf(prefecture, title))}`;
      const { form, attachments } = await this.parts.of(actor, entryId);
      yield* this.#forms(folder, form, at);
      yield* this.#originals(folder, attachments, hashes);
    }
    yield { name: '校验清单.txt', bytes: Buffer.from(`\ufeff${hashes.join('\r\n')}\r\n`) };
  }

  async *#forms(folder: string, form: EntryForm, at: Date): AsyncGenerator<ZippedFile, void, void> {
    yield { name: `${folder}/申报表.docx`, bytes: await entryFormDocx(form), store: true };
    const pdf = await this.typesetter.set(entryFormTemplate, entryFormData(form), at);
    yield { name: `${folder}/申报表.pdf`, bytes: pdf, store: true };
  }

  async *#originals(
    folder: string,
    attachments: readonly Attachment[],
    hashes: string[],
  ): AsyncGenerator<ZippedFile, void, void> {
    const names = new GivenNames();
    for (const { fileName, storageKey, sha256 } of attachments) {
      const name = `${folder}/附件/${names.give(fileName)}`;
      hashes.push(`${sha256}  ${name}`);
      yield { name, bytes: await this.files.read(storageKey), store: true };
    }
  }
}
