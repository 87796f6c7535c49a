import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { ContentsData } from '../data/contents-data.js';
import { SheetDesk, type Written } from './sheet-desk.js';

@Injectable()
export class PutComment {
  constructor(
    private readonly database: Database,
    private readonly desk: SheetDesk,
    private readonly contents: ContentsData,
  ) {}

  /** Writes the comment of the judge's own sheet. @param seen the comment's version, 0 for none */
  run(actor: Actor, sheetId: string, comment: string, seen: number): Promise<Written> {
    return this.database.transaction(actor, async (tx) => {
      const held = await this.desk.hold(tx, sheetId);
      if (!(await this.contents.writeComment(tx, sheetId, comment, seen)))
        return this.desk.clash(tx, sheetId, ({ opinion }) => ({
          version: opinion.commentVersion,
          value: opinion.comment,
        }));
      return this.desk.written(tx, held, seen + 1);
    });
  }
}
