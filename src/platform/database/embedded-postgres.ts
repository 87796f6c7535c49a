import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { exclusively } from './exclusive.js';
import { haveDatabase } from './postgres-database.js';
import { openFolder, type PostgresFolder } from './postgres-folder.js';
import { findServer, startServer } from './postgres-server.js';
import { enter } from './postgres-users.js';
import { stopPostmaster } from './postmaster.js';

export type EmbeddedPostgresOptions = {
  /** The database to have, owned by `user`. */
  readonly database?: string;
  /** Its owner: may create databases and roles, and is bound by everything else. */
  readonly user?: string;
  /** Server settings besides the usual ones, such as `{ fsync: 'off' }`. They apply when it starts. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type EmbeddedPostgres = {
  readonly url: string;
  readonly port: number;
  /** The server was running already: another process, or one that died, had started it. */
  readonly reused: boolean;
  /** Ends this process's use; the last user ends the server. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL on `dataDir`, or finds the one that runs there, and waits until it answers.
 * The folder is made if need be and is closed to other accounts.
 * @throws Error in plain words when there is no way to run it here
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const { database = 'linxuan', user = 'linxuan', settings = {} } = options;
  const folder = openFolder(dataDir);
  return exclusively(folder.lock, async () => {
    const { port, reused } = await reachServer(folder, { database, user, settings });
    const leave = enter(folder);
    let stopped: Promise<void> | undefined;
    const stop = (): Promise<void> => (stopped ??= stopServer(folder, leave));
    const url = `postgres://${user}:${passwordOf(folder)}@127.0.0.1:${port}/${database}`;
    return { url, port, reused, stop };
  });
}

const patience = 60_000;

/** A server found running may be about to end; then it is waited for and another one is started. */
async function reachServer(
  folder: PostgresFolder,
  options: Required<EmbeddedPostgresOptions>,
): Promise<{ port: number; reused: boolean }> {
  for (const until = Date.now() + patience; ; await pause(100)) {
    const found = await findServer(folder);
    const port = found ?? (await startServer(folder, options.settings));
    try {
      await haveDatabase(port, passwordOf(folder), options);
      return { port, reused: found !== undefined };
    } catch (error) {
      if (found === undefined || Date.now() > until) throw error;
    }
  }
}

const passwordOf = (folder: PostgresFolder): string =>
  fs.readFileSync(folder.password, 'utf8').trim();

const stopServer = (folder: PostgresFolder, leave: () => boolean): Promise<void> =>
  exclusively(folder.lock, async () => {
    if (leave()) await stopPostmaster(folder.cluster);
  });
