import fs from 'node:fs';
import path from 'node:path';

/** What lies in the folder of an embedded PostgreSQL. */
export type PostgresFolder = {
  readonly root: string;
  /** The data folder of the server. It exists only when it is complete. */
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  readonly lock: string;
  /** One file for each process that uses the server. */
  readonly users: string;
};

/** Gives a new file to whom the folder belongs: root may work in the folder of an ordinary account. */
export function giveToOwner(folder: PostgresFolder, file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = fs.statSync(folder.root);
  fs.chownSync(file, uid, gid);
}

/** Makes the folder and closes it to other accounts. */
export function openFolder(dataDir: string): PostgresFolder {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const root = fs.realpathSync(dataDir);
  if (process.platform !== 'win32') fs.chmodSync(root, 0o700);
  const at = (name: string): string => path.join(root, name);
  return {
    root,
    cluster: at('cluster'),
    password: at('password'),
    log: at('postgres.log'),
    lock: at('start.lock'),
    users: at('users'),
  };
}
