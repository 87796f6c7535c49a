import pg from 'pg';
import { superuser } from './postgres-cluster.js';

type Owner = { readonly database: string; readonly user: string };

/** Connects for certain, and makes the role and the database where they are missing. */
export async function haveDatabase(port: number, password: string, owner: Owner): Promise<void> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, password, user: superuser, database: 'postgres' },
    ...{ ssl: false, connectionTimeoutMillis: 10_000 },
  });
  client.on('error', () => undefined); // the query in hand reports it
  await client.connect();
  try {
    const [user, database] = [owner.user, owner.database].map((n) => client.escapeIdentifier(n));
    if (!(await holds(client, 'select 1 from pg_roles where rolname = $1', owner.user)))
      await client.query(
        `create role ${user} login createdb createrole password ${client.escapeLiteral(password)}`,
      );
    if (!(await holds(client, 'select 1 from pg_database where datname = $1', owner.database)))
      await client.query(`create database ${database} owner ${user}`);
  } finally {
    await client.end();
  }
}

const holds = async (client: pg.Client, question: string, name: string): Promise<boolean> =>
  (await client.query(question, [name])).rows.length > 0;
