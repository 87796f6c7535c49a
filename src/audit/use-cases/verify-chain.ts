import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/database/tx.js';
import { AuditChainData } from '../data/audit-chain.js';

@Injectable()
export class VerifyChain {
  constructor(
    private readonly database: Database,
    private readonly chain: AuditChainData,
  ) {}

  /** Recomputes every seal; the first position that does not fit, or null. */
  run(actor: Actor): Promise<{ lines: number; brokenAt: number | null }> {
    return this.database.transaction(actor, (tx) => this.chain.verify(tx));
  }
}
