import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/tx.js';
import { PrivateMark } from './private-mark.entity.js';

const blank = (sheetId: string): PrivateMark => ({
  sheetId,
  flagged: false,
  note: '',
  noteVersion: 0,
});

/** Flags and private notes. Row-level security shows them to their judge and to nobody else. */
@Injectable()
export class MarksData {
  /** By sheet id; a sheet without marks has a blank one. */
  async of(tx: Tx, sheetIds: readonly string[]): Promise<Map<string, PrivateMark>> {
    const rows = await tx.manager.findBy(PrivateMark, { sheetId: In([...sheetIds]) });
    const marks = new Map(sheetIds.map((id) => [id, blank(id)]));
    for (const row of rows) marks.set(row.sheetId, row);
    return marks;
  }

  async ofOne(tx: Tx, sheetId: string): Promise<PrivateMark> {
    return (await this.of(tx, [sheetId])).get(sheetId) ?? blank(sheetId);
  }

  async flag(tx: Tx, sheetId: string, flagged: boolean): Promise<void> {
    await tx.manager.query(
      `insert into judging.private_mark (sheet_id, flagged) values ($1, $2)
       on conflict (sheet_id) do update set flagged = excluded.flagged`,
      [sheetId, flagged],
    );
  }

  /** @param seen the note's version before, 0 for none @returns whether it was still so */
  async writeNote(tx: Tx, sheetId: string, note: string, seen: number): Promise<boolean> {
    await tx.manager.query(
      'insert into judging.private_mark (sheet_id) values ($1) on conflict do nothing',
      [sheetId],
    );
    const { affected } = await tx.manager.update(
      PrivateMark,
      { sheetId, noteVersion: seen },
      { note, noteVersion: seen + 1 },
    );
    return affected === 1;
  }
}
