import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { AttachmentData } from '../data/attachment-data.js';
import { FieldData } from '../data/field-data.js';
import { SubmissionData } from '../data/submission-data.js';
import type { Selected } from './entry-desk.js';
import { categoryById } from './entry-facts.js';

/** Keeps what was handed in as it was, so that the next time shows what changed. */
@Injectable()
export class KeepHandedIn {
  constructor(
    private readonly fields: FieldData,
    private readonly attachments: AttachmentData,
    private readonly submissions: SubmissionData,
  ) {}

  async run(tx: Tx, { entry, programme }: Selected): Promise<void> {
    const fields = await this.fields.ofEntries(tx, [entry.id]);
    const files = await this.attachments.ofEntries(tx, [entry.id]);
    await this.submissions.add(tx, entry.id, {
      title: entry.title,
      categoryCode: categoryById(programme, entry.categoryId).code,
      values: Object.fromEntries(
        (fields.get(entry.id) ?? []).map(({ key, value }) => [key, value]),
      ),
      files: (files.get(entry.id) ?? []).map(({ ruleKey, fileName, sha256 }) => ({
        rule: ruleKey,
        name: fileName,
        sha256,
      })),
    });
  }
}
