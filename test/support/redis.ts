import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../../src/platform/database/postgres-server.js';

export type RunningRedis = { readonly url: string; readonly stop: () => Promise<void> };

const candidates = [
  '/usr/bin/redis-server',
  '/usr/local/bin/redis-server',
  '/opt/homebrew/bin/redis-server',
];

/** The Redis server of this machine, or undefined; under CI its absence is a failure. */
export async function findRedis(): Promise<string | undefined> {
  for (const candidate of candidates)
    if (
      await fs.access(candidate).then(
        () => true,
        () => false,
      )
    )
      return candidate;
  if (process.env['CI'] === 'true')
    throw new Error('redis-server is missing: install Debian package redis-server');
  return undefined;
}

/** A Redis server of its own, configured as production must be: append-only, never evicting. */
export async function startRedis(program: string): Promise<RunningRedis> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'linxuan-redis-'));
  const port = await freePort();
  const settings = [
    '--port',
    String(port),
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
  ];
  const server = spawn(program, settings, { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${port}`;
  await answering(url, server);
  const stop = async (): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
    await fs.rm(folder, { recursive: true });
  };
  return { url, stop };
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined); // refused until it listens
  const died = once(server, 'exit').then(() =>
    Promise.reject(new Error('redis-server did not start')),
  );
  await Promise.race([client.ping(), died]);
  died.catch(() => undefined);
  client.disconnect();
}
