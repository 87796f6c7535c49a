import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import { found } from '../../platform/refusal/refused.js';
import { Attachment } from './entries.entities.js';

/** Milliseconds; a file that has been arriving for longer was broken off with its process. */
const longestUpload = 60 * 60 * 1000;

@Injectable()
export class AttachmentData {
  /** Files that were not removed, by entry, then by rule and place. */
  async ofEntries(tx: Tx, entryIds: readonly string[]): Promise<Map<string, Attachment[]>> {
    const rows = await tx.manager
      .createQueryBuilder(Attachment, 'file')
      .where({ entryId: In([...entryIds]), removedAt: IsNull() })
      .andWhere(`(file.state <> 'checking' or file.uploaded_at > :since)`, {
        since: new Date(tx.now.getTime() - longestUpload),
      })
      .orderBy('file.ruleKey')
      .addOrderBy('file.position')
      .addOrderBy('file.uploadedAt')
      .getMany();
    return groupBy(rows, ({ entryId }) => entryId);
  }

  async insert(tx: Tx, attachment: Attachment): Promise<void> {
    await tx.manager.insert(Attachment, attachment);
  }

  /** @throws Refused entries.not-found */
  async find(tx: Tx, entryId: string, id: string): Promise<Attachment> {
    return found(
      'entries',
      await tx.manager.findOneBy(Attachment, { id, entryId, removedAt: IsNull() }),
    );
  }

  /** @returns null when the file was removed or its entry is gone from reach */
  byId(tx: Tx, id: string): Promise<Attachment | null> {
    return tx.manager.findOneBy(Attachment, { id, removedAt: IsNull() });
  }

  /** @returns whether the file was still there to be changed */
  async change(tx: Tx, id: string, change: Partial<Attachment>): Promise<boolean> {
    const { affected } = await tx.manager.update(Attachment, { id, removedAt: IsNull() }, change);
    return affected === 1;
  }
}
