import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeCluster } from './postgres-cluster.js';
import { giveToOwner, type PostgresFolder } from './postgres-folder.js';
import { launchOf, postgresPrograms } from './postgres-program.js';
import { runningPostmaster, whenReady } from './postmaster.js';

const usual: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  log_min_messages: 'warning',
  timezone: 'UTC',
};

const patience = 60_000;
const largestLog = 10_000_000;
/** What a server says that may start a moment later: a taken port, children of one that was killed. */
const passing = /could not create any TCP\/IP sockets|shared memory block|lock file "postmaster/;

/** The port of the server that runs on this folder already. */
export async function findServer(folder: PostgresFolder): Promise<number | undefined> {
  const running = runningPostmaster(folder.cluster);
  if (running === undefined) return undefined;
  return (await whenReady(folder.cluster, running.pid, Date.now() + patience))?.port;
}

/**
 * Starts the server, making its data folder first if there is none.
 * @returns its port, which is another one each time
 */
export async function startServer(
  folder: PostgresFolder,
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const programs = await postgresPrograms();
  makeCluster(folder, programs, settings['fsync'] !== 'off');
  for (const until = Date.now() + patience; ; await pause(200)) {
    const said = logSize(folder.log);
    const port = await startOnce(folder, programs, { ...usual, ...settings });
    if (port !== undefined) return port;
    const reason = fs.readFileSync(folder.log).subarray(said).toString('utf8').trim();
    if (!passing.test(reason) || Date.now() > until)
      throw new Error(`PostgreSQL ended at its start: ${reason || `see ${folder.log}`}`);
  }
}

async function startOnce(
  folder: PostgresFolder,
  programs: string,
  settings: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  const { command, prefix, account } = launchOf(path.join(programs, 'postgres'), folder.root);
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const port = await freePort();
  const log = fs.openSync(folder.log, 'a', 0o600);
  giveToOwner(folder, folder.log);
  try {
    const server = spawn(command, [...prefix, '-D', folder.cluster, '-p', String(port), ...set], {
      stdio: ['ignore', 'ignore', log],
      // Its own group: Ctrl-C in a terminal is for this program, which then stops the server last.
      detached: true,
      cwd: folder.root,
      ...account,
    });
    const pid = await new Promise<number>((resolve, reject) => {
      server.once('error', reject);
      server.once('spawn', () => resolve(server.pid ?? 0));
    });
    server.unref();
    return (await whenReady(folder.cluster, pid, Date.now() + patience))?.port;
  } finally {
    fs.closeSync(log);
  }
}

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** The log begins anew before it grows without end. */
function logSize(log: string): number {
  const size = fs.existsSync(log) ? fs.statSync(log).size : 0;
  if (size < largestLog) return size;
  fs.truncateSync(log);
  return 0;
}
