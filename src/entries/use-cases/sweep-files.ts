import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { QuarantineData } from '../data/quarantine-data.js';
import { CheckFile } from './check-file.js';
import { Quarantine } from './quarantine.js';

/** Puts the quarantine in order: gives up what stopped coming, and checks what waits. */
@Injectable()
export class SweepFiles {
  constructor(
    private readonly database: Database,
    private readonly quarantine: QuarantineData,
    private readonly store: Quarantine,
    private readonly check: CheckFile,
    private readonly events: Events,
  ) {}

  async run(): Promise<void> {
    await this.database.transaction(systemActor, async (tx) => {
      for (const { id, entryId } of await this.quarantine.expire(tx))
        await this.events.record(tx, 'entries.attachment-expired', { entryId, attachmentId: id });
    });
    await this.store.clear();
    const due = await this.database.transaction(systemActor, (tx) => this.quarantine.due(tx));
    for (const id of due) await this.check.run(id);
  }
}
