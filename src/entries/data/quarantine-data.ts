import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { found } from '../../platform/refusal/refused.js';
import { AttachmentPart } from './attachment-part.entity.js';
import { Attachment } from './entries.entities.js';

/** Milliseconds; who checks a file for longer has died, and another may begin. */
const longestCheck = 10 * 60_000;

/** Files on their way in: arriving, being checked, or left behind. */
@Injectable()
export class QuarantineData {
  /** A file that is still arriving, locked. @throws Refused entries.not-found */
  async lockArriving(tx: Tx, entryId: string, id: string): Promise<Attachment> {
    const row = await tx.manager.findOne(Attachment, {
      where: { id, entryId, state: 'arriving', removedAt: IsNull(), expiresAt: MoreThan(tx.now) },
      lock: { mode: 'for_no_key_update' },
    });
    return found('entries', row);
  }

  async addPart(tx: Tx, part: AttachmentPart): Promise<void> {
    await tx.manager.insert(AttachmentPart, part);
  }

  countParts(tx: Tx, attachmentId: string): Promise<number> {
    return tx.manager.countBy(AttachmentPart, { attachmentId });
  }

  /** In the order of the file. */
  parts(tx: Tx, attachmentId: string): Promise<AttachmentPart[]> {
    return tx.manager.find(AttachmentPart, {
      where: { attachmentId },
      order: { startsAt: 'ASC' },
    });
  }

  /** Takes a file that waits for its check, so that nobody else checks it meanwhile; null when there is none. */
  async claim(tx: Tx, id: string): Promise<Attachment | null> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Attachment)
      .set({
        checkAfter: new Date(tx.now.getTime() + longestCheck),
        checkTries: () => 'check_tries + 1',
      })
      .where(`id = :id and state = 'checking' and removed_at is null`, { id })
      .andWhere('(check_after is null or check_after <= :now)', { now: tx.now })
      .execute();
    return affected === 1 ? tx.manager.findOneByOrFail(Attachment, { id }) : null;
  }

  /** Files whose check is due, the oldest first. */
  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.manager.find(Attachment, {
      select: { id: true },
      where: [
        { state: 'checking', removedAt: IsNull(), checkAfter: IsNull() },
        { state: 'checking', removedAt: IsNull(), checkAfter: LessThanOrEqual(tx.now) },
      ],
      order: { uploadedAt: 'ASC' },
      take: 20,
    });
    return rows.map(({ id }) => id);
  }

  /** Gives up what nobody sent on in time. @returns the files that were given up */
  async expire(tx: Tx): Promise<Pick<Attachment, 'id' | 'entryId'>[]> {
    const { raw } = await tx.manager
      .createQueryBuilder()
      .update(Attachment)
      .set({ removedAt: tx.now })
      .where(`state = 'arriving' and removed_at is null and expires_at <= :now`, { now: tx.now })
      .returning('id, entry_id as "entryId"')
      .execute();
    return raw as Pick<Attachment, 'id' | 'entryId'>[];
  }

  /** Forgets the parts of files that are no longer on their way in, or of this one alone. @returns their keys */
  async forgetParts(tx: Tx, attachmentId?: string): Promise<string[]> {
    const [rows] = await tx.manager.query<[{ storage_key: string }[], number]>(
      `delete from entries.attachment_part part using entries.attachment file
       where file.id = part.attachment_id and ($1::uuid is null or file.id = $1)
         and (file.state in ('ready', 'refused') or file.removed_at is not null)
       returning part.storage_key`,
      [attachmentId ?? null],
    );
    return rows.map((row) => row.storage_key);
  }

  /** How many files wait for a scanner that does not answer, and since when. */
  async waiting(tx: Tx): Promise<{ readonly files: number; readonly since: Date | null }> {
    const [row] = await tx.manager.query<{ files: number; since: Date | null }[]>(
      `select count(*)::int as files, min(uploaded_at) as since from entries.attachment
       where state = 'checking' and removed_at is null and refusal = 'scanner-down'`,
    );
    return row ?? { files: 0, since: null };
  }
}
