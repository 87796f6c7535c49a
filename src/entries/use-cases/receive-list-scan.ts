import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { must, Refused } from '../../platform/refusal/refused.js';
import { ListSheetData } from '../data/list-sheet-data.js';
import { listFacts } from '../data/unit-list-data.js';
import { claimedKind, type FileKind, mediaTypes } from '../rules/file-kind.js';
import { fileName } from '../rules/file-name.js';
import { within } from '../rules/submission.js';
import { ListDesk, type OpenList } from './list-desk.js';
import { ListSheetDesk } from './list-sheet-desk.js';
import { ReceiveFile } from './receive-file.js';

const scanKinds: readonly FileKind[] = ['pdf', 'jpg', 'png'];
const mostBytes = 30 * 1024 * 1024;

type Sent = { readonly name: string; readonly bytes: Readable };
type Awaited = OpenList & { readonly number: number };

/** The stamped sheet comes back as a scan. */
@Injectable()
export class ReceiveListScan {
  constructor(
    private readonly database: Database,
    private readonly desk: ListDesk,
    private readonly sheetDesk: ListSheetDesk,
    private readonly sheets: ListSheetData,
    private readonly receive: ReceiveFile,
    private readonly events: Events,
  ) {}

  /**
   * @param number of the sheet that was stamped
   * @throws Refused entries.sheet-outdated with what changed since, entries.no-sheet, and what a file can fail of
   */
  async run(actor: Actor, programmeId: string, number: number, sent: Sent): Promise<void> {
    const kind = must('entries', claimedKind(sent.name, scanKinds));
    await this.database.transaction(actor, (tx) => this.#awaited(tx, programmeId, number));
    const scanKey = `list-scans/${randomUUID()}`;
    try {
      const { size, sha256 } = await this.receive.run(scanKey, sent.bytes, {
        kind,
        maxBytes: mostBytes,
      });
      await this.database.transaction(actor, async (tx) => {
        const { list } = await this.#awaited(tx, programmeId, number);
        await this.sheets.putScan(tx, list, number, {
          scanKey,
          scanName: fileName(sent.name, kind),
          scanMediaType: mediaTypes[kind],
          scanSize: size,
          scanSha256: sha256,
          scannedAt: tx.now,
          scannedBy: actor.personId,
        });
        await this.events.record(tx, 'entries.list-scanned', {
          ...listFacts(list),
          number,
          sha256,
        });
      });
    } catch (error) {
      await this.receive.discard(scanKey);
      throw error;
    }
  }

  async #awaited(tx: Tx, programmeId: string, number: number): Promise<Awaited> {
    const open = await this.desk.own(tx, programmeId);
    must('entries', within(open.stage.recommendation, open.stage, tx.now));
    if (open.locked) throw new Refused('entries.list-locked');
    const { sheet, standing, changes } = await this.sheetDesk.of(tx, open.programme, open.list);
    if (sheet === null) throw new Refused('entries.no-sheet');
    if (standing === 'outdated' || sheet.number !== number)
      throw new Refused('entries.sheet-outdated', { changes: [...changes] });
    return { ...open, number };
  }
}
