import type { BeforeApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { defer, filter, type Observable, Subject } from 'rxjs';
import type { Logger } from '../logging/logger.js';

const channel = 'linxuan_changes';
/** Said to everybody: something may have been missed. */
const everything = '';
const listenAgainAfter = 1_000;

/**
 * Which things of the database moved, whichever process moved them: one listening connection a process,
 * opened when somebody first asks. It carries names only; who hears one reads again what they may see.
 */
export class ChangeFeed implements BeforeApplicationShutdown {
  readonly #news = new Subject<string>();
  #client: pg.Client | undefined;
  #listening = false;
  #stopped = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly logger: Logger,
  ) {}

  /** A signal each time the thing of this name moved or may have; it ends when the process stops. */
  of(name: string): Observable<string> {
    return defer(() => {
      this.#begin();
      return this.#news.pipe(filter((moved) => moved === name || moved === everything));
    });
  }

  /** Before the server waits for its connections to end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    this.#news.complete();
    await this.#client?.end();
  }

  #begin(): void {
    if (this.#listening || this.#stopped) return;
    this.#listening = true;
    this.#listen().catch((error: unknown) => this.#again(error));
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('notification', ({ payload }) => this.#news.next(payload ?? everything));
    client.once('error', (error) => this.#again(error));
    await client.connect();
    this.#client = client;
    await client.query(`listen ${channel}`);
    this.#news.next(everything);
  }

  /** After the connection was lost: until it is there again everybody keeps what they have. */
  #again(error: unknown): void {
    if (this.#stopped) return;
    this.logger.write('warn', 'change feed', { error: String(error) });
    this.#client = undefined;
    setTimeout(() => {
      this.#listening = false;
      this.#begin();
    }, listenAgainAfter).unref();
  }
}
