import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createDataSource, migrate } from '../../src/platform/database/data-source.js';
import { schema } from '../../src/schema.js';
import type { DataSource } from 'typeorm';

export type FreshDatabase = {
  readonly name: string;
  readonly url: string;
  readonly source: DataSource;
  /** Disconnects and leaves the database behind, for copies of it. */
  readonly leave: () => Promise<void>;
  /** Disconnects and removes the database. */
  readonly close: () => Promise<void>;
};

const template = 'linxuan_template';

const urlOf = (database: string): string => {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  return url.toString();
};

async function onServer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Migrates the template once for all test workers; the lock makes the others wait. */
async function demandTemplate(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock(1)');
  const { rowCount } = await client.query(
    'select from pg_database where datname = $1 and datistemplate',
    [template],
  );
  if (rowCount === 0) {
    await client.query(`drop database if exists ${template}`);
    await client.query(`create database ${template}`);
    const source = await createDataSource(urlOf(template), schema).initialize();
    await migrate(source);
    await source.destroy();
    await client.query(`alter database ${template} is_template true`);
  }
  await client.query('select pg_advisory_unlock(1)');
}

const newName = (): string => `test_${randomUUID().replaceAll('-', '')}`;

export const dropDatabase = (name: string): Promise<unknown> =>
  onServer((client) => client.query(`drop database ${name} with (force)`));

export type EmptyDatabase = { readonly url: string; readonly drop: () => Promise<unknown> };

/** A database without a table, as an operator hands it to an installation. */
export async function emptyDatabase(): Promise<EmptyDatabase> {
  const name = newName();
  await onServer((client) => client.query(`create database ${name}`));
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

/** A migrated, empty database of its own. */
export async function freshDatabase(): Promise<FreshDatabase> {
  await onServer(demandTemplate);
  return copyOfDatabase(template);
}

/** A database with everything that another one holds, ids and sessions too; nobody may be connected to it. */
export async function copyOfDatabase(original: string): Promise<FreshDatabase> {
  const name = newName();
  await onServer((client) => client.query(`create database ${name} template ${original}`));
  const url = urlOf(name);
  const source = await createDataSource(url, schema, 10).initialize();
  const leave = async (): Promise<void> => source.destroy();
  const close = async (): Promise<void> => {
    await leave();
    await dropDatabase(name);
  };
  return { name, url, source, leave, close };
}
