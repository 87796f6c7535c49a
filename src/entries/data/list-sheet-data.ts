import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import type { LocalPublicity } from '../rules/list-sheet.js';
import { ListSheet, LocalPublicityRecord } from './list-sheet.entities.js';
import type { ListKey } from './unit-list-data.js';

export type Scan = Pick<ListSheet, 'scanKey' | 'scanName' | 'scanMediaType'> &
  Pick<ListSheet, 'scanSize' | 'scanSha256' | 'scannedAt' | 'scannedBy'>;

/** The printed sheets of a unit's list and its record of local publicity. */
@Injectable()
export class ListSheetData {
  /** The newest sheet, or null before the first. */
  newest(tx: Tx, list: ListKey): Promise<ListSheet | null> {
    return tx.manager.findOne(ListSheet, { where: { ...list }, order: { number: 'DESC' } });
  }

  async insert(
    tx: Tx,
    list: ListKey,
    sheet: Pick<ListSheet, 'number' | 'fingerprint' | 'content'>,
  ): Promise<void> {
    const { now, actor } = tx;
    await tx.manager.insert(ListSheet, {
      ...list,
      ...sheet,
      generatedAt: now,
      generatedBy: actor.personId,
    });
  }

  async putScan(tx: Tx, list: ListKey, number: number, scan: Scan): Promise<void> {
    await tx.manager.update(ListSheet, { ...list, number }, scan);
  }

  publicity(tx: Tx, list: ListKey): Promise<LocalPublicityRecord | null> {
    return tx.manager.findOneBy(LocalPublicityRecord, { ...list });
  }

  /** Of every unit within reach, by unit. */
  async publicities(tx: Tx, programmeId: string): Promise<Map<string, LocalPublicityRecord>> {
    const rows = await tx.manager.findBy(LocalPublicityRecord, { programmeId });
    return new Map(rows.map((row) => [row.unitId, row]));
  }

  /** @param seen the version that was seen, 0 before the first @throws Refused platform.changed-since */
  async putPublicity(tx: Tx, list: ListKey, record: LocalPublicity, seen: number): Promise<number> {
    const known = await this.publicity(tx, list);
    if ((known?.version ?? 0) !== seen)
      throw new Refused('platform.changed-since', { version: known?.version ?? 0 });
    const { now, actor } = tx;
    await tx.manager.save(LocalPublicityRecord, {
      ...list,
      ...record,
      version: seen + 1,
      updatedAt: now,
      updatedBy: actor.personId,
    });
    return seen + 1;
  }
}
