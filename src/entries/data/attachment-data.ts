import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import { found } from '../../platform/refusal/refused.js';
import { Attachment } from './entries.entities.js';

@Injectable()
export class AttachmentData {
  /** Files that take a place, by entry, then by rule and place: neither removed, nor refused, nor given up. */
  async ofEntries(tx: Tx, entryIds: readonly string[]): Promise<Map<string, Attachment[]>> {
    const rows = await tx.manager
      .createQueryBuilder(Attachment, 'file')
      .where({ entryId: In([...entryIds]), removedAt: IsNull() })
      .andWhere(`file.state <> 'refused'`)
      .andWhere(`(file.state <> 'arriving' or file.expires_at > :now)`, { now: tx.now })
      .orderBy('file.ruleKey')
      .addOrderBy('file.position')
      .addOrderBy('file.uploadedAt')
      .getMany();
    return groupBy(rows, ({ entryId }) => entryId);
  }

  /** Files of an entry that were refused, until its writers put them away. */
  refusedOf(tx: Tx, entryId: string): Promise<Attachment[]> {
    return tx.manager.find(Attachment, {
      where: { entryId, state: 'refused', removedAt: IsNull() },
      order: { ruleKey: 'ASC', uploadedAt: 'ASC' },
    });
  }

  /** How many files of a person are still arriving. */
  countArriving(tx: Tx, personId: string | null): Promise<number> {
    return tx.manager.countBy(Attachment, {
      state: 'arriving',
      uploadedBy: personId ?? IsNull(),
      removedAt: IsNull(),
      expiresAt: MoreThan(tx.now),
    });
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
