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
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres(path.join(config.home, 'postgres'));
  const url = config.databaseUrl ?? embedded?.url ?? '';
  const source = await createDataSource(url, schema).initialize();
  if (oldSchema === 'migrate') await migrate(source);
  if (oldSchema === 'refuse') await demandMigrated(source);
  const close = async (): Promise<void> => {
    await source.destroy();
    await embedded?.stop();
  };
  return { url, source, close };
}

async function demandMigrated(source: DataSource): Promise<void> {
  if (!(await source.showMigrations())) return;
  process.stderr.write(
    'database: the schema is older than this program; run `node dist/cli.js migrate` first\n',
  );
  process.exit(2);
}

/** Runs `stop` once at the first SIGINT or SIGTERM, then ends the process. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`stop: ${String(error)}\n`);
          process.exit(1);
        },
      );
    });
}
