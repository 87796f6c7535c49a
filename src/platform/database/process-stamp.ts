import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * A text that names one run of one process, or undefined when that run is over.
 * Process numbers are used again, so on Linux the start time is part of the name.
 */
export function processStamp(pid: number): string | undefined {
  if (!(pid > 0) || !answers(pid)) return undefined;
  return process.platform === 'linux' ? linuxStamp(pid) : String(pid);
}

function linuxStamp(pid: number): string | undefined {
  const facts = read(`/proc/${pid}/stat`);
  if (facts === undefined) return undefined;
  const [state = '', ...rest] = facts.slice(facts.lastIndexOf(')') + 2).split(' ');
  // A zombie still answers signals, and without a reaping init it does so for ever.
  return 'ZX'.includes(state) ? undefined : `${pid}:${rest[18] ?? ''}`;
}

/** Whether the run that `stamp` names goes on. */
export const stillRuns = (stamp: string): boolean =>
  processStamp(Number.parseInt(stamp, 10)) === stamp;

/** The command line of a process; undefined where the system does not tell. */
export function commandOf(pid: number): string | undefined {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ');
  if (process.platform === 'win32') return undefined;
  const ps = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.status === 0 ? ps.stdout : undefined;
}

function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
