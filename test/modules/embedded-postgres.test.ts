import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres.js';
import { processStamp } from '../../src/platform/database/process-stamp.js';
import { careless } from '../support/careless.js';
import { compileFolder } from '../support/compiled.js';
import { startElsewhere } from '../support/embedded-postgres-process.js';

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

let scratch: string;
let compiled: string;
let folder: string;
const started: { stop(): Promise<void> }[] = [];

beforeAll(async () => {
  scratch = await fs.mkdtemp(path.join(os.tmpdir(), 'linxuan-embedded-'));
  await fs.chmod(scratch, 0o755);
  compiled = path.join(scratch, 'compiled');
  await compileFolder('src/platform/database', compiled);
  const server = await startEmbeddedPostgres(path.join(scratch, 'made'), { settings: careless });
  await server.stop();
});

afterAll(() => fs.rm(scratch, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(scratch, 'home-'));
});

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

/** Spares a test that is not about the first start the making of a data folder. */
const takeMadeFolder = (): Promise<void> =>
  fs.cp(path.join(scratch, 'made'), folder, { recursive: true });

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres(folder, { settings: careless });
  started.push(server);
  return server;
}

async function ask<Answer>(url: string, question: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: Answer }>(question);
    return rows[0]?.answer as Answer;
  } finally {
    await client.end();
  }
}

const remember = (url: string): Promise<unknown> =>
  ask(url, `create table kept as select 7 as answer`);
const remembered = (url: string): Promise<number> => ask(url, `select answer from kept`);

async function postmaster(): Promise<number> {
  const text = await fs.readFile(path.join(folder, 'cluster', 'postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

const pidFile = (): string => path.join(folder, 'cluster', 'postmaster.pid');
const exists = (file: string): Promise<boolean> =>
  fs.access(file).then(
    () => true,
    () => false,
  );

describe('the embedded PostgreSQL', () => {
  it('starts in an empty folder and owns its database as an ordinary role', async () => {
    const server = await start();
    expect(server.reused).toBe(false);
    expect(await ask(server.url, `select current_database()::text as answer`)).toBe('linxuan');
    expect(
      await ask(
        server.url,
        `select row_to_json(r) as answer from (select rolname, rolsuper, rolcreatedb
           from pg_roles where rolname = current_user) r`,
      ),
    ).toEqual({ rolname: 'linxuan', rolsuper: false, rolcreatedb: true });
  });

  it('closes its folder to other accounts', async () => {
    await fs.chmod(folder, 0o755);
    await start();
    expect((await fs.stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('compares and sorts Chinese', async () => {
    await takeMadeFolder();
    const { url } = await start();
    await ask(url, `create extension pg_trgm`);
    expect(await ask(url, `select similarity('党建', '党建引领') > 0 as answer`)).toBe(true);
    expect(
      await ask(
        url,
        `select string_agg(n, '' order by n) as answer
        from unnest('{张,王,李,安}'::text[]) n`,
      ),
    ).toBe('安李王张');
  });

  it('finds the server that a killed process left running', async () => {
    await takeMadeFolder();
    const first = await startElsewhere(compiled, folder);
    await remember(first.url);
    await first.kill();
    const second = await start();
    expect(second).toMatchObject({ reused: true, url: first.url });
    expect(await remembered(second.url)).toBe(7);
    await second.stop();
    expect(await exists(pidFile())).toBe(false);
  });

  it('recovers with its data after the server itself was killed', async () => {
    await takeMadeFolder();
    const first = await start();
    await remember(first.url);
    process.kill(await postmaster(), 'SIGKILL');
    const second = await start();
    expect(second.reused).toBe(false);
    expect(await remembered(second.url)).toBe(7);
  });

  it('stops cleanly and starts again with its data', async () => {
    await takeMadeFolder();
    const first = await start();
    await remember(first.url);
    const pid = await postmaster();
    await first.stop();
    expect(await exists(pidFile())).toBe(false);
    expect(processStamp(pid)).toBeUndefined();
    await expect(remembered(first.url)).rejects.toThrow(/ECONNREFUSED/);
    const second = await start();
    expect(await remembered(second.url)).toBe(7);
    expect(await fs.readFile(path.join(folder, 'postgres.log'), 'utf8')).not.toMatch(/recovery/);
  });

  it('is not fooled when another program has the number in an old postmaster.pid', async () => {
    await takeMadeFolder();
    const first = await start();
    const lines = (await fs.readFile(pidFile(), 'utf8')).split('\n');
    await first.stop();
    const other = spawn('sleep', ['60'], { stdio: 'ignore' });
    try {
      await fs.writeFile(pidFile(), [other.pid, ...lines.slice(1)].join('\n'));
      const second = await start();
      expect(second.reused).toBe(false);
      expect(await ask(second.url, `select 1 as answer`)).toBe(1);
    } finally {
      other.kill();
    }
  });

  it('makes a half-made data folder anew and keeps what lay there', async () => {
    await fs.mkdir(path.join(folder, 'cluster', 'base'), { recursive: true });
    await fs.mkdir(path.join(folder, 'cluster.unfinished-1', 'base'), { recursive: true });
    const server = await start();
    expect(await ask(server.url, `select 1 as answer`)).toBe(1);
    const names = (await fs.readdir(folder)).filter((name) => name.startsWith('cluster'));
    expect(names.sort()).toEqual(['cluster', expect.stringMatching(/^cluster\.broken-\d+$/)]);
  });

  it('takes over the lock of a process that died while it held it', async () => {
    await takeMadeFolder();
    await fs.writeFile(path.join(folder, 'start.lock'), '999999999:1');
    expect((await start()).reused).toBe(false);
  });

  it('is one server for processes that start at once, and ends with the last of them', async () => {
    const both = await Promise.all([
      startElsewhere(compiled, folder),
      startElsewhere(compiled, folder),
    ]);
    expect(both.map(({ reused }) => reused).sort()).toEqual([false, true]);
    expect(both[0].url).toBe(both[1].url);
    expect(await both[0].leave()).toBe(0);
    expect(await ask(both[1].url, `select 1 as answer`)).toBe(1);
    expect(await both[1].leave()).toBe(0);
    expect(await exists(pidFile())).toBe(false);
  });

  it.runIf(isRoot)('runs under an ordinary account', async () => {
    await fs.chown(folder, nobody.uid, nobody.gid);
    const server = await startElsewhere(compiled, folder, nobody);
    expect(await ask(server.url, `select 1 as answer`)).toBe(1);
    expect((await fs.stat(path.join(folder, 'cluster'))).uid).toBe(nobody.uid);
    expect(await server.leave()).toBe(0);
  });

  it.runIf(isRoot)('runs for root in the folder of an ordinary account', async () => {
    await fs.chown(folder, nobody.uid, nobody.gid);
    const server = await start();
    expect(await ask(server.url, `select 1 as answer`)).toBe(1);
    expect((await fs.stat(path.join(folder, 'cluster'))).uid).toBe(nobody.uid);
  });
});
