import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { processStamp, stillRuns } from './process-stamp.js';

const patience = 90_000;
const writingTakesAtMost = 10_000;

/**
 * Runs `work` while no other process that uses the same lock file does.
 * A lock whose holder has died is broken.
 */
export async function exclusively<Result>(
  lockFile: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const until = Date.now() + patience;
  while (!take(lockFile)) {
    breakIfAbandoned(lockFile);
    if (Date.now() > until) throw new Error(`another process has held ${lockFile} for too long`);
    await pause(25);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
}

function take(lockFile: string): boolean {
  try {
    fs.writeFileSync(lockFile, processStamp(process.pid) ?? '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Only one process may break, or the slower one would remove the lock the faster one took. */
function breakIfAbandoned(lockFile: string): void {
  if (!abandoned(lockFile)) return;
  const breaking = `${lockFile}.breaking`;
  try {
    fs.mkdirSync(breaking);
  } catch {
    removeIfOld(breaking);
    return;
  }
  if (abandoned(lockFile)) fs.rmSync(lockFile, { force: true });
  fs.rmdirSync(breaking);
}

function abandoned(lockFile: string): boolean {
  try {
    const holder = fs.readFileSync(lockFile, 'utf8');
    return holder === '' ? isOld(lockFile) : !stillRuns(holder); // empty: being written
  } catch {
    return false; // just released
  }
}

function removeIfOld(folder: string): void {
  try {
    if (isOld(folder)) fs.rmdirSync(folder);
  } catch {
    // another process was faster
  }
}

const isOld = (file: string): boolean =>
  Date.now() - fs.statSync(file).mtimeMs > writingTakesAtMost;
