import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { groupBy } from '../../platform/pure/group-by.js';
import { FileText } from './file-text.entity.js';

@Injectable()
export class FileTextData {
  /** By entry; files of which nothing was read yet, and pictures, have no row. */
  async ofEntries(tx: Tx, entryIds: readonly string[]): Promise<Map<string, FileText[]>> {
    const rows = await tx.manager.findBy(FileText, { entryId: In([...entryIds]) });
    return groupBy(rows, ({ entryId }) => entryId);
  }

  /** A second reading replaces the first. */
  async put(tx: Tx, row: Omit<FileText, 'readAt'>): Promise<void> {
    await tx.manager.upsert(FileText, { ...row, readAt: tx.now }, ['attachmentId']);
  }
}
