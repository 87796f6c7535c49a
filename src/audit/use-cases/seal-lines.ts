import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { systemActor } from '../../platform/database/tx.js';
import { AuditChainData } from '../data/audit-chain.js';

@Injectable()
export class SealLines {
  constructor(
    private readonly database: Database,
    private readonly chain: AuditChainData,
  ) {}

  /** Gives every settled line its place in the chain; returns how many. */
  run(): Promise<number> {
    return this.database.transaction(systemActor, (tx) => this.chain.seal(tx));
  }
}
