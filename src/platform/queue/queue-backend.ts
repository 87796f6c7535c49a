import {
  type ConnectionOptions,
  createPostgresBackend,
  createRedisBackend,
  type FlowProducer,
  type Processor,
  type Queue,
  runMigrations,
  withBackend,
  type Worker,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { QueueName } from './handlers.js';

const jobOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
} as const;

/** BullMQ's constructors bound to one backend; their job types are ours to give. */
type Classes = {
  readonly Queue: typeof Queue;
  readonly Worker: typeof Worker;
  readonly FlowProducer: typeof FlowProducer;
};
const onRedis = withBackend(createRedisBackend) as unknown as Classes;
const onPostgres = withBackend(createPostgresBackend) as unknown as Classes;

/** BullMQ on Redis or on PostgreSQL: the same queues, flows and workers on both. */
export class QueueBackend {
  readonly #opened: { close(): Promise<void> }[] = [];

  private constructor(
    private readonly classes: Classes,
    private readonly connection: ConnectionOptions,
    private readonly closeConnection: () => Promise<void>,
    /** Resolves when the queue's server answers. */
    readonly ping: () => Promise<unknown>,
  ) {}

  static async open(options: { redisUrl?: string; databaseUrl: string }): Promise<QueueBackend> {
    return options.redisUrl === undefined
      ? QueueBackend.#onPostgres(options.databaseUrl)
      : QueueBackend.#onRedis(options.redisUrl);
  }

  static #onRedis(url: string): QueueBackend {
    const redis = new Redis(url, { maxRetriesPerRequest: null, enableOfflineQueue: true });
    redis.on('error', () => undefined); // the connection retries by itself; readiness reports it
    const close = async (): Promise<void> => redis.disconnect();
    const connection = redis as unknown as ConnectionOptions;
    return new QueueBackend(onRedis, connection, close, () => redis.ping());
  }

  static async #onPostgres(url: string): Promise<QueueBackend> {
    const pool = new pg.Pool({
      connectionString: url,
      max: 30,
      keepAlive: true,
      options: '-c search_path=bullmq',
      application_name: 'linxuan-queue',
    });
    pool.setMaxListeners(0);
    pool.on('error', () => undefined); // an idle client lost its server; the next query reports it
    const client = await pool.connect();
    try {
      await client.query('select pg_advisory_lock(811002)');
      await runMigrations(client as never);
    } finally {
      await client.query('select pg_advisory_unlock(811002)');
      client.release();
    }
    return new QueueBackend(
      onPostgres,
      pool as never,
      () => pool.end(),
      () => pool.query('select 1'),
    );
  }

  queue(name: QueueName): Queue {
    const queue = new this.classes.Queue(name, {
      connection: this.connection,
      defaultJobOptions: jobOptions,
    });
    return this.#keep(queue);
  }

  flows(): FlowProducer {
    return this.#keep(new this.classes.FlowProducer({ connection: this.connection }));
  }

  /** A job whose process died is taken up again within about 15 seconds. */
  worker(name: QueueName, concurrency: number, process: Processor): Worker {
    const worker = new this.classes.Worker(name, process, {
      connection: this.connection,
      concurrency,
      lockDuration: 10_000,
      stalledInterval: 5_000,
      maxStalledCount: 5,
    });
    return this.#keep(worker);
  }

  async close(): Promise<void> {
    for (const opened of this.#opened.reverse()) await opened.close();
    await this.closeConnection();
  }

  #keep<
    Opened extends { close(): Promise<void>; on(event: 'error', listener: () => void): unknown },
  >(opened: Opened): Opened {
    opened.on('error', () => undefined); // without a listener Node ends the process; jobs report their own errors
    this.#opened.push(opened);
    return opened;
  }
}

export { jobOptions };
