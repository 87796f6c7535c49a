import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { careless } from './careless.js';

export type StartedElsewhere = {
  readonly url: string;
  readonly port: number;
  readonly reused: boolean;
  /** Ends the process as `kill -9` does; what it started goes on. */
  kill(): Promise<void>;
  /** Lets the process stop its server and end. @returns its exit code */
  leave(): Promise<number | null>;
};

const script = `
  const [module, folder, settings] = process.argv.slice(1);
  const { startEmbeddedPostgres } = await import(module);
  const server = await startEmbeddedPostgres(folder, { settings: JSON.parse(settings) });
  console.log(JSON.stringify(server));
  process.stdin.once('data', async () => { await server.stop(); process.stdin.destroy(); });
`;

/** Starts the embedded PostgreSQL from another process, perhaps under another account. */
export async function startElsewhere(
  compiled: string,
  folder: string,
  account: { uid?: number; gid?: number } = {},
): Promise<StartedElsewhere> {
  const module = path.join(compiled, 'embedded-postgres.js');
  const words = ['--input-type=module', '--eval', script, '--', module, folder];
  const child = spawn(process.execPath, [...words, JSON.stringify(careless)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: compiled,
    ...account,
  });
  const line = await firstLine(child);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  return {
    ...(JSON.parse(line) as { url: string; port: number; reused: boolean }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    leave: async () => {
      child.stdin?.write('\n');
      return (await ended)[0];
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the process has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the process ended without a server');
}
