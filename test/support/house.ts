import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { SessionDesk } from '../../src/identity/use-cases/session-facts.js';
import { type Mode, readConfig } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { type Actor, systemActor } from '../../src/platform/database/tx.js';
import { createServer } from '../../src/server.js';
import { Client } from './client.js';
import { copyOfDatabase, dropDatabase, freshDatabase } from './fresh-database.js';

export type House = {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly url: string;
  readonly home: string;
  /** A visitor without a session. */
  readonly visitor: Client;
  /** A client signed in as this person, in their first role or the one named. */
  readonly signIn: (personId: string, grantId?: string) => Promise<Client>;
  /** Listens on a free port of this machine, for a browser; the address. */
  readonly listen: () => Promise<string>;
  /** Moves the clock of a rehearsal-mode house. */
  readonly setClock: (now: string | Date) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Closes the house and keeps what it held, so that houses alike can be opened from it. */
  readonly freeze: () => Promise<FrozenHouse>;
};

/** What a house left behind. */
export type FrozenHouse = {
  readonly databaseName: string;
  readonly home: string;
  readonly remove: () => Promise<void>;
};

export type HouseOptions = {
  /** Begins with a copy of everything that this house held: the same ids, sessions and files. */
  readonly from?: FrozenHouse;
  readonly mode?: Mode;
  /** Whether jobs run (outbox relay, queues, audit sealer). */
  readonly worker?: boolean;
  readonly redisUrl?: string;
  readonly smtpUrl?: string;
  /** Where a clamd listens. */
  readonly clamd?: string;
};

/** The whole program on a fresh database and folder, answering `inject` without a port. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { from } = options;
  const fresh = await (from ? copyOfDatabase(from.databaseName) : freshDatabase());
  const home = await fs.mkdtemp(path.join(os.tmpdir(), 'linxuan-test-'));
  if (from) await fs.cp(from.home, home, { recursive: true });
  const config = readConfig({
    LINXUAN_MODE: options.mode ?? 'rehearsal',
    LINXUAN_HOME: home,
    DATABASE_URL: fresh.url,
    REDIS_URL: options.redisUrl,
    SMTP_URL: options.smtpUrl,
    CLAMD: options.clamd,
    LOG_LEVEL: 'error',
  });
  const app = await createServer({
    config,
    source: fresh.source,
    databaseUrl: fresh.url,
    parts: { api: true, worker: options.worker ?? false },
  });
  const database = app.get(Database);
  const visitor = new Client(app);
  return {
    app,
    database,
    url: fresh.url,
    home,
    visitor,
    signIn: async (personId, grantId) => {
      const opened = await database.transaction(systemActor, (tx) =>
        app
          .get(SessionDesk, { strict: false })
          .open(tx, { id: personId, name: '', email: '' }, grantId),
      );
      return new Client(app, `sid=${opened.token}`);
    },
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    setClock: async (now) => {
      await visitor.put('/api/rehearsal/clock', { now: new Date(now).toISOString() });
    },
    close: async () => {
      await app.close();
      await fresh.close();
      await fs.rm(home, { recursive: true });
    },
    freeze: async () => {
      await app.close();
      await fresh.leave();
      const remove = async (): Promise<void> => {
        await dropDatabase(fresh.name);
        await fs.rm(home, { recursive: true });
      };
      return { databaseName: fresh.name, home, remove };
    },
  };
}

/** The actor of a role at an organisation, for tests that call use cases directly. */
export const actorOf = (role: string, organisationId: string, personId: string): Actor => ({
  role,
  organisationId,
  personId,
});

/** Runs statements as whoever owns the tables: what not even the program can do. */
export const asOwner = (house: House, statements: readonly string[]): Promise<void> =>
  house.database.source.transaction(async (manager) => {
    await manager.query("select set_config('app.role', 'system', true)");
    for (const statement of statements) await manager.query(statement);
  });
