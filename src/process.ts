import path from 'node:path';
import type { DataSource } from 'typeorm';
import { type Config, ConfigError, readConfig } from './platform/config/config.js';
import { createDataSource, migrate } from './platform/database/data-source.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { schema } from './schema.js';

/** A database that is reached, and how to let go of it. */
export type OpenedDatabase = {
  readonly url: string;
  readonly source: DataSource;
  readonly close: () => Promise<void>;
};

/** The process's configuration; a wrong value ends the process with one line and code 2. */
export function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`configuration: ${error.message}\n`);
    process.exit(2);
  }
}

/** What to do with a schema that is older than the program. */
export type OldSchema = 'migrate' | 'refuse' | 'leave';

/**
 * Connects to the configured database, or to the embedded one in the home folder.
 * Outside production the schema is brought up to date; production does that with `cli migrate`.
 */
export async function openDatabase(
  config: Config,
  oldSchema: OldSchema = config.mode === 'production' ? 'refuse' : 'migrate',
): Promise<OpenedDatabase> {
  const server = await reachServer(config);
  const source = await createDataSource(server.url, schema).initialize();
  if (oldSchema === 'migrate') await migrate(source);
  if (oldSchema === 'refuse') await demandMigrated(source);
  const close = async (): Promise<void> => {
    await source.destroy();
    await server.stop();
  };
  return { url: server.url, source, close };
}

async function reachServer(config: Config): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl === undefined)
    return startEmbeddedPostgres(path.join(config.home, 'postgres'));
  return { url: config.databaseUrl, stop: async () => undefined };
}

async function demandMigrated(source: DataSource): Promise<void> {
  if (!(await source.showMigrations())) return;
  process.stderr.write(
    'database: the schema is older than this program; run `node dist/cli.js migrate` first\n',
  );
  process.exit(2);
}

/**
 * Ends the process at the first SIGINT or SIGTERM, or when its start fails: what was begun last is
 * stopped first. Made before anything is begun, so that nothing is left running.
 */
export class Stopping {
  readonly #stops: (() => Promise<unknown>)[] = [];
  #begun = false;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void this.end(0));
    for (const failure of ['uncaughtException', 'unhandledRejection'] as const)
      process.on(failure, (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        void this.end(1);
      });
  }

  /** Before everything that was named earlier. */
  first(stop: () => Promise<unknown>): void {
    this.#stops.unshift(stop);
  }

  async end(code: number): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    try {
      for (const stop of this.#stops) await stop();
      process.exit(code);
    } catch (error) {
      process.stderr.write(`stop: ${String(error)}\n`);
      process.exit(1);
    }
  }
}
