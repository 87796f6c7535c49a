import type { Payload } from '../platform/pure/payload.js';
import type { Tx } from '../platform/database/tx.js';

/** How every module tells its news. */
export abstract class Events {
  /**
   * Writes one audit line and one outbox row, in the transaction that made the news.
   * @param name `module.what-happened`
   * @param payload ids and codes; texts only where the audit record needs them
   * @returns the id of the outbox row, which is also the id of the jobs it starts
   */
  abstract record(tx: Tx, name: string, payload: Payload): Promise<string>;
}

/** How an installation proves that its record is whole. */
export abstract class AuditChain {
  /** Recomputes every seal; the first position that does not fit, or null. */
  abstract verify(tx: Tx): Promise<{ readonly lines: number; readonly brokenAt: number | null }>;
}
