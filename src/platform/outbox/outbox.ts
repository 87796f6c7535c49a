import { randomUUID } from 'node:crypto';
import type { Tx } from '../database/tx.js';
import type { Handlers } from '../queue/handlers.js';
import type { Payload } from '../pure/payload.js';

export const outboxChannel = 'linxuan_outbox';

/** Where a transaction leaves its news; the relay carries it to the queues after the commit. */
export class Outbox {
  constructor(private readonly handlers: Handlers) {}

  /** Writes one row; its id becomes the id of the jobs it starts. */
  async put(tx: Tx, name: string, payload: Payload): Promise<string> {
    const id = randomUUID();
    const pending = this.handlers.queuesFor(name);
    await tx.manager.query(
      'insert into platform.outbox (id, name, payload, pending, recorded_at) values ($1, $2, $3, $4, $5)',
      [id, name, payload, pending, tx.now],
    );
    if (pending.length > 0) await tx.manager.query(`select pg_notify('${outboxChannel}', '')`);
    return id;
  }
}
