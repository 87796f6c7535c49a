import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateTypes } from '../../scripts/types.js';
import { knownPermissions } from '../../src/identity/rules/permissions.js';
import { problemOf } from '../../src/platform/http/problems.js';
import { demandPermissions, routesOf } from '../../src/platform/http/route-audit.js';
import { Handlers } from '../../src/platform/queue/handlers.js';
import { type House, openHouse } from '../support/house.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

async function sources(): Promise<{ file: string; text: string }[]> {
  const files = await fs.readdir(path.join(root, 'src'), { recursive: true });
  const code = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return Promise.all(
    code.map(async (file) => ({
      file,
      text: await fs.readFile(path.join(root, 'src', file), 'utf8'),
    })),
  );
}

const all = (texts: readonly { text: string }[], pattern: RegExp): string[] =>
  [
    ...new Set(
      texts.flatMap(({ text }) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')),
    ),
  ].sort();

describe('the house', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('has a known permission on every route', () => {
    const routes = routesOf(house.app.get(DiscoveryService), house.app.get(MetadataScanner));
    expect(routes.length).toBeGreaterThan(50);
    expect(routes.filter(({ permission }) => !knownPermissions.has(permission ?? ''))).toEqual([]);
  });

  it('does not start with a route that has none', () => {
    const open = { method: 'GET', path: '/x', handler: 'X.y', permission: undefined };
    expect(() => demandPermissions([open], knownPermissions)).toThrow('X.y');
  });

  it('leaves only these routes open to visitors', () => {
    const routes = routesOf(house.app.get(DiscoveryService), house.app.get(MetadataScanner));
    const open = routes.filter(({ permission }) => permission === 'public');
    expect(open.map(({ method, path: at }) => `${method} ${at}`).sort()).toEqual([
      'GET /api/announcement/public',
      'GET /api/clock',
      'GET /api/dev/mail',
      'GET /api/dev/mail/count',
      'GET /api/health/live',
      'GET /api/health/ready',
      'GET /api/invitations/:token',
      'GET /api/site',
      'GET /dev/mail',
      'GET /p/:slug',
      'GET /p/:slug/:page',
      'POST /api/invitations/:token',
      'POST /api/session',
      'PUT /api/rehearsal/clock',
    ]);
  });

  it('has a handler for no event that nobody records', async () => {
    const texts = await sources();
    const recorded = all(texts, /\.record\(\s*tx,\s*'([a-z-]+\.[a-z-]+)'/g);
    const children = all(texts, /name: '([a-z-]+\.[a-z-]+)', key/g);
    const handled = house.app
      .get(Handlers)
      .all()
      .map(({ name }) => name);
    expect(
      handled.filter((name) => ![...recorded, ...children, 'tally.tally-category'].includes(name)),
    ).toEqual([]);
  });

  it('gives every refusal that is thrown a status and a sentence', async () => {
    const thrown = all(await sources(), /new Refused\(\s*'([a-z-]+\.[a-z-]+)'/g);
    expect(thrown.length).toBeGreaterThan(10);
    expect(thrown.filter((code) => problemOf(code) === undefined)).toEqual([]);
  });

  it('names no two views or forms alike: one would silently take the place of the other in the API', async () => {
    const texts = await sources();
    const names = texts.flatMap(({ text }) =>
      [...text.matchAll(/export class (\w+(?:View|Dto))\b/g)].map((match) => match[1] ?? ''),
    );
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has every column its entities name, with the same nullability', async () => {
    const columns = await house.database.source.query<
      { table_schema: string; table_name: string; column_name: string; is_nullable: string }[]
    >(
      "select table_schema, table_name, column_name, is_nullable from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema', 'bullmq')",
    );
    const known = new Map(
      columns.map((row) => [
        `${row.table_schema}.${row.table_name}.${row.column_name}`,
        row.is_nullable === 'YES',
      ]),
    );
    const drift = house.database.source.entityMetadatas.flatMap((entity) =>
      entity.columns
        .map((column) => ({
          name: `${entity.schema}.${entity.tableName}.${column.databaseName}`,
          nullable: column.isNullable,
        }))
        .filter(({ name, nullable }) => known.get(name) !== nullable),
    );
    expect(drift).toEqual([]);
  });

  it('keeps row-level security forced where people could reach past a query', async () => {
    const rows = await house.database.source.query<{ name: string }[]>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relrowsecurity and c.relforcerowsecurity order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'entries.attachment',
        'entries.blind_copy',
        'entries.entry',
        'entries.entry_field',
        'judging.score',
        'judging.score_sheet',
      ]),
    );
  });

  it('gives the application role no table of its own', async () => {
    const owned = await house.database.source.query<unknown[]>(
      "select relname from pg_class where relowner = 'linxuan_app'::regrole",
    );
    expect(owned).toEqual([]);
  });
});

describe('generated files', () => {
  it('are fresh: the web types come from these routes, DTOs and views', async () => {
    const committed = await fs.readFile(path.join(root, 'web/src/api/schema.d.ts'), 'utf8');
    expect(committed === (await generateTypes()), 'stale: run `npm run types:web`').toBe(true);
  });
});

describe('the process', () => {
  it('ends by itself once the program is closed', async () => {
    const program = `
      import 'reflect-metadata';
      import { readConfig } from './dist/platform/config/config.js';
      import { openDatabase } from './dist/process.js';
      import { createServer } from './dist/server.js';
      const config = readConfig(process.env);
      const database = await openDatabase(config);
      const server = await createServer({ config, source: database.source, databaseUrl: database.url, parts: { api: true, worker: true } });
      await server.listen(0, '127.0.0.1');
      await server.close();
      await database.close();`;
    const home = await fs.mkdtemp('/tmp/linxuan-exit-');
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
      env: {
        ...process.env,
        LINXUAN_MODE: 'rehearsal',
        LINXUAN_HOME: home,
        DATABASE_URL: '',
        REDIS_URL: '',
      },
      stdio: 'inherit',
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    await fs.rm(home, { recursive: true, force: true });
    expect(code).toBe(0);
  });

  it.each([
    [
      'a port that is none',
      { LINXUAN_MODE: 'demo', PORT: 'many' },
      'configuration: PORT is "many"',
    ],
    [
      'a missing database in production',
      { LINXUAN_MODE: 'production' },
      'configuration: DATABASE_URL is missing',
    ],
    [
      'a database that is no PostgreSQL',
      { LINXUAN_MODE: 'demo', DATABASE_URL: 'mysql://x' },
      'configuration: DATABASE_URL is not a URL that begins with',
    ],
  ])('ends with code 2 and one line for %s', async (_what, env, line) => {
    const child = spawn(process.execPath, ['dist/main.js'], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(2);
    expect(said.startsWith(line)).toBe(true);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});
