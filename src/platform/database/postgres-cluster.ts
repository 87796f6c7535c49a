import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { giveToOwner, type PostgresFolder } from './postgres-folder.js';
import { launchOf } from './postgres-program.js';

/** The superuser; the application does not use it. */
export const superuser = 'postgres';

// pg_trgm finds no letters in Chinese text unless the character type is a UTF-8 one.
const characterType: Partial<Record<NodeJS.Platform, string>> = {
  linux: '--lc-ctype=C.UTF-8',
  darwin: '--lc-ctype=en_US.UTF-8',
};

const unfinished = 'cluster.unfinished-';

/**
 * Makes the data folder unless there is one; a half-made one is made anew.
 * @param lasting whether it must outlive a power cut
 */
export function makeCluster(folder: PostgresFolder, programs: string, lasting: boolean): void {
  if (fs.existsSync(path.join(folder.cluster, 'PG_VERSION'))) return;
  setAside(folder.cluster);
  clearUnfinished(folder.root);
  fs.writeFileSync(folder.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  giveToOwner(folder, folder.password);
  // Made beside its place and then moved: what lies in its place is complete.
  const target = path.join(folder.root, unfinished + randomUUID());
  const words = [...initdbArguments(folder, target), ...(lasting ? [] : ['--no-sync'])];
  initialise(folder, path.join(programs, 'initdb'), words);
  fs.renameSync(target, folder.cluster);
}

function clearUnfinished(root: string): void {
  for (const name of fs.readdirSync(root).filter((name) => name.startsWith(unfinished)))
    fs.rmSync(path.join(root, name), { recursive: true, force: true, maxRetries: 5 });
}

/** A data folder without PG_VERSION is no data folder, yet what lies in it may matter to someone. */
function setAside(cluster: string): void {
  if (!fs.existsSync(cluster)) return;
  if (fs.readdirSync(cluster).length === 0) fs.rmdirSync(cluster);
  else fs.renameSync(cluster, `${cluster}.broken-${Date.now()}`);
}

function initialise(folder: PostgresFolder, initdb: string, words: string[]): void {
  const { command, prefix, account } = launchOf(initdb, folder.root);
  const run = spawnSync(command, [...prefix, ...words], {
    encoding: 'utf8',
    cwd: folder.root,
    ...account,
  });
  if (run.status === 0) return;
  const reason = run.error?.message ?? (run.stderr + run.stdout).trim();
  throw new Error(`PostgreSQL's data folder could not be made: ${reason}`);
}

const initdbArguments = (folder: PostgresFolder, target: string): string[] => [
  `--pgdata=${target}`,
  `--username=${superuser}`,
  '--auth=scram-sha-256',
  `--pwfile=${folder.password}`,
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=zh-Hans-CN',
  '--locale=C',
  ...[characterType[process.platform] ?? []].flat(),
  '--data-checksums',
  '--no-instructions',
];
