import { Injectable } from '@nestjs/common';
import { Identity } from '../../identity/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { type Commitments, Programmes } from '../../programmes/public-api.js';
import { AttachmentData } from '../data/attachment-data.js';
import type { Attachment } from '../data/entries.entities.js';
import { EntryData } from '../data/entry-data.js';
import { SubmissionData } from '../data/submission-data.js';
import { isFiled } from '../rules/file-states.js';
import { categoryById } from './entry-facts.js';

/** What a unit holds in its hands after handing in. */
export type Receipt = {
  readonly entryId: string;
  readonly version: number;
  readonly state: string;
  readonly receiptNo: string;
  readonly receivedAt: Date;
  readonly title: string;
  readonly programmeName: string;
  readonly categoryName: string;
  readonly unitName: string;
  readonly files: readonly Pick<Attachment, 'fileName' | 'size' | 'sha256'>[];
  /** What was attested at the last handing-in. */
  readonly commitments: Commitments | null;
};

@Injectable()
export class ReceiptDesk {
  constructor(
    private readonly database: Database,
    private readonly entries: EntryData,
    private readonly attachments: AttachmentData,
    private readonly submissions: SubmissionData,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
  ) {}

  run(actor: Actor, entryId: string): Promise<Receipt> {
    return this.database.transaction(actor, (tx) => this.of(tx, entryId));
  }

  /** @throws Refused entries.no-receipt before the first submission */
  async of(tx: Tx, entryId: string): Promise<Receipt> {
    const entry = await this.entries.find(tx, entryId);
    const { receiptNo, submittedAt } = entry;
    if (receiptNo === null || submittedAt === null) throw new Refused('entries.no-receipt');
    const programme = await this.programmes.find(tx, entry.programmeId);
    const [handedIn] = await this.submissions.lastTwo(tx, entryId);
    const unit = await this.identity.organisation(tx, entry.unitId);
    const files = (await this.attachments.ofEntries(tx, [entryId])).get(entryId) ?? [];
    return {
      entryId,
      version: entry.version,
      state: entry.state,
      receiptNo,
      receivedAt: submittedAt,
      title: entry.title,
      programmeName: programme.name,
      categoryName: categoryById(programme, entry.categoryId).name,
      unitName: unit.name,
      files: files
        .filter(isFiled)
        .map(({ fileName, size, sha256 }) => ({ fileName, size, sha256 })),
      commitments: handedIn?.content.commitments ?? null,
    };
  }
}
