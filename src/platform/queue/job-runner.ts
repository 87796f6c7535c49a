import { UnrecoverableError, type Job } from 'bullmq';
import type { Database } from '../database/database.js';
import { systemActor } from '../database/tx.js';
import type { Logger } from '../logging/logger.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import type { Payload } from '../pure/payload.js';
import { Refused } from '../refusal/refused.js';
import type { Handlers, QueueName } from './handlers.js';
import { queues } from './handlers.js';
import type { QueueBackend } from './queue-backend.js';

/** What travels in a job: the outbox row and, for a child job, its own payload. */
export type JobData = {
  readonly outboxId: string;
  readonly payload: Payload;
  readonly child: boolean;
};

/** Runs handlers for jobs, and strikes a finished event off the outbox. */
export class JobRunner {
  constructor(
    private readonly database: Database,
    private readonly backend: QueueBackend,
    private readonly handlers: Handlers,
    private readonly logger: Logger,
  ) {}

  start(): void {
    for (const [name, concurrency] of Object.entries(queues) as [QueueName, number][]) {
      const worker = this.backend.worker(name, concurrency, (job) => this.#run(name, job));
      worker.on('failed', (job, error) => void this.#failed(name, job, error));
    }
  }

  async #run(queue: QueueName, job: Job<JobData>): Promise<void> {
    const { outboxId, payload, child } = job.data;
    try {
      await this.handlers.find(queue, job.name).handler.run({ id: outboxId, payload });
    } catch (error) {
      if (error instanceof Refused) throw new UnrecoverableError(error.code);
      throw error;
    }
    if (!child) await this.#strikeOff(outboxId, queue);
  }

  async #strikeOff(outboxId: string, queue: QueueName): Promise<void> {
    await this.database.transaction(systemActor, (tx) =>
      tx.manager
        .createQueryBuilder()
        .update(OutboxMessage)
        .set({ pending: () => 'array_remove(pending, :queue)' })
        .where('id = :outboxId', { outboxId, queue })
        .execute(),
    );
  }

  /** The last failure is written where an administrator finds it; nothing vanishes with the queue. */
  async #failed(queue: QueueName, job: Job<JobData> | undefined, error: Error): Promise<void> {
    this.logger.write('warn', 'job failed', {
      queue,
      job: job?.name,
      id: job?.id,
      error: error.message,
    });
    if (job === undefined || !isFinal(job, error)) return;
    await this.database.transaction(systemActor, (tx) =>
      tx.manager.update(
        OutboxMessage,
        { id: job.data.outboxId },
        { failedAt: tx.now, failure: `${queue}/${job.name}: ${error.message}` },
      ),
    );
  }
}

const isFinal = (job: Job, error: Error): boolean =>
  error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);
