import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { VirusScanner } from '../../platform/files/virus-scanner.js';
import { QuarantineData } from '../data/quarantine-data.js';

export type FileStanding = {
  readonly scanner: boolean;
  readonly files: number;
  readonly since: Date | null;
};

/** Whether files are scanned for viruses, and how many wait because the scanner does not answer. */
@Injectable()
export class ShowFileStanding {
  constructor(
    private readonly database: Database,
    private readonly quarantine: QuarantineData,
    private readonly scanner: VirusScanner,
  ) {}

  /** Of the whole house, as one scanner serves it; only a number leaves. */
  async run(): Promise<FileStanding> {
    const waiting = await this.database.transaction(systemActor, (tx) =>
      this.quarantine.waiting(tx),
    );
    return { scanner: this.scanner.configured, ...waiting };
  }
}
