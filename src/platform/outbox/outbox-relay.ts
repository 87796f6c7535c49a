import type { FlowProducer, Queue } from 'bullmq';
import pg from 'pg';
import type { Database } from '../database/database.js';
import { systemActor } from '../database/tx.js';
import type { Logger } from '../logging/logger.js';
import { type Handlers, type QueueName, queues } from '../queue/handlers.js';
import type { JobData } from '../queue/job-runner.js';
import { jobOptions, type QueueBackend } from '../queue/queue-backend.js';
import { outboxChannel } from './outbox.js';
import type { OutboxMessage } from './outbox-message.entity.js';

/** Rows a queue did not finish in this time are offered to it again; it ignores those it holds. */
const offerAgainAfter = '20 seconds';
const pollEvery = 1_000;

const unfinished = `select id, name, payload, pending from platform.outbox
  where cardinality(pending) > 0 and failed_at is null
    and (added_at is null or added_at < clock_timestamp() - interval '${offerAgainAfter}')
  order by recorded_at limit 500 for update skip locked`;

type Row = Pick<OutboxMessage, 'id' | 'name' | 'payload' | 'pending'>;

export type RelayParts = {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly backend: QueueBackend;
  readonly handlers: Handlers;
  readonly logger: Logger;
};

/** Carries committed news from the outbox to BullMQ. Several relays may run at once. */
export class OutboxRelay {
  readonly #queues = new Map<string, Queue>();
  #flows: FlowProducer;
  #listener: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();
  #again = false;
  #busy = false;
  #stopped = false;

  constructor(private readonly parts: RelayParts) {}

  async start(): Promise<void> {
    for (const name of Object.keys(queues) as QueueName[])
      this.#queues.set(name, this.parts.backend.queue(name));
    this.#flows = this.parts.backend.flows();
    this.#timer = setInterval(() => this.wake(), pollEvery);
    await this.#listen();
    this.wake();
  }

  /** Looks for news now; calls made during a pass cause one more pass. */
  wake(): void {
    this.#again = true;
    if (this.#busy || this.#stopped) return;
    this.#busy = true;
    this.#pass = this.#passes().finally(() => (this.#busy = false));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#pass;
    await this.#listener?.end();
  }

  async #passes(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      try {
        await this.#relayBatch();
      } catch (error) {
        this.parts.logger.write('error', 'outbox relay', { error: String(error) });
      }
    }
  }

  async #relayBatch(): Promise<void> {
    await this.parts.database.transaction(systemActor, async (tx) => {
      const rows = await tx.manager.query<Row[]>(unfinished);
      for (const row of rows) for (const queue of row.pending) await this.#offer(queue, row);
      const ids = rows.map((row) => row.id);
      await tx.manager.query(
        'update platform.outbox set added_at = clock_timestamp() where id = any($1)',
        [ids],
      );
      if (rows.length > 0) this.#again = true;
    });
  }

  async #offer(queueName: string, row: Row): Promise<void> {
    const queue = this.#queues.get(queueName);
    if (queue === undefined) throw new Error(`unknown queue ${queueName}`);
    if (await queue.getJob(row.id)) return;
    const { handling } = this.parts.handlers.find(queueName as QueueName, row.name);
    const data: JobData = { outboxId: row.id, payload: row.payload, child: false };
    const children = handling.children?.(row.payload) ?? [];
    if (children.length === 0) {
      await queue.add(row.name, data, { jobId: row.id });
      return;
    }
    await this.#flows.add({
      name: row.name,
      queueName,
      data,
      opts: { ...jobOptions, jobId: row.id },
      children: children.map((child) => ({
        name: child.name,
        queueName,
        data: { outboxId: row.id, payload: child.payload, child: true } satisfies JobData,
        opts: { ...jobOptions, jobId: `${row.id}-${child.key}`, failParentOnFailure: true },
      })),
    });
  }

  /** NOTIFY makes the relay prompt; the timer makes it certain. */
  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.parts.databaseUrl });
    client.on('notification', () => this.wake());
    client.on('error', () => {
      this.#listener = undefined;
      if (!this.#stopped) setTimeout(() => void this.#relisten(), pollEvery).unref();
    });
    await client.connect();
    await client.query(`listen ${outboxChannel}`);
    this.#listener = client;
  }

  async #relisten(): Promise<void> {
    try {
      await this.#listen();
    } catch (error) {
      this.parts.logger.write('warn', 'outbox listener', { error: String(error) });
      if (!this.#stopped) setTimeout(() => void this.#relisten(), pollEvery).unref();
    }
  }
}
