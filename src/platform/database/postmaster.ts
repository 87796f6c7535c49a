import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf, processStamp, stillRuns } from './process-stamp.js';

/** A server as its own postmaster.pid describes it. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean };

const pidFile = (cluster: string): string => path.join(cluster, 'postmaster.pid');

export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = fs.readFileSync(pidFile(cluster), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : undefined;
}

/** The server that runs on this data folder, ready or not. */
export function runningPostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster);
  if (found === undefined || processStamp(found.pid) === undefined) return undefined;
  if (serves(found.pid, cluster)) return found;
  // The number now belongs to another program. PostgreSQL itself would take that one for a server.
  fs.rmSync(pidFile(cluster), { force: true });
  return undefined;
}

function serves(pid: number, cluster: string): boolean {
  const command = commandOf(pid);
  if (command === undefined) return process.platform === 'win32';
  return command.includes('postgres') && `${command} `.includes(` ${cluster} `);
}

/** Waits until the server with this process number is ready. */
export async function whenReady(
  cluster: string,
  pid: number,
  until: number,
): Promise<Postmaster | undefined> {
  while (processStamp(pid) !== undefined) {
    const found = readPostmaster(cluster);
    if (found?.pid === pid && found.ready) return found;
    if (Date.now() > until) throw new Error('PostgreSQL did not become ready in time');
    await pause(10);
  }
  return undefined;
}

const politely = 20_000;
const atLast = 10_000;

/** Ends the server: sessions are cut off, data is written (fast shutdown). */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = runningPostmaster(cluster);
  const stamp = running && processStamp(running.pid);
  if (running === undefined || stamp === undefined) return;
  process.kill(running.pid, 'SIGINT');
  if (await ended(stamp, politely)) return;
  process.kill(running.pid, 'SIGQUIT'); // no harm to data: the next start recovers
  if (!(await ended(stamp, atLast))) throw new Error('PostgreSQL could not be stopped');
}

async function ended(stamp: string, within: number): Promise<boolean> {
  for (const until = Date.now() + within; Date.now() < until; await pause(10))
    if (!stillRuns(stamp)) return true;
  return false;
}
