import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { giveToOwner, type PostgresFolder } from './postgres-folder.js';
import { processStamp, stillRuns } from './process-stamp.js';

/**
 * Notes that this process uses the server.
 * @returns takes the note back and tells whether this was the last user
 */
export function enter(folder: PostgresFolder): () => boolean {
  const { users } = folder;
  fs.mkdirSync(users, { recursive: true, mode: 0o700 });
  const note = path.join(users, randomUUID());
  fs.writeFileSync(note, processStamp(process.pid) ?? '', { mode: 0o600 });
  for (const made of [users, note]) giveToOwner(folder, made);
  return () => {
    fs.rmSync(note, { force: true });
    return !anyoneLeft(users);
  };
}

/** Notes of processes that have died count for nothing and are cleared away. */
function anyoneLeft(users: string): boolean {
  let left = false;
  for (const name of fs.readdirSync(users)) {
    const note = path.join(users, name);
    if (stillRuns(fs.readFileSync(note, 'utf8'))) left = true;
    else fs.rmSync(note, { force: true });
  }
  return left;
}
