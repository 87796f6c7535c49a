import type { OpenAPIObject } from '@nestjs/swagger';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { emptyDatabase } from './fresh-database.js';
import type { House } from './house.js';
import { system } from './judging.js';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** The description of the built API: only the build writes the query parameters into it. */
export async function apiDescription(): Promise<OpenAPIObject> {
  const database = await emptyDatabase();
  const env = { PATH: process.env['PATH'], LINXUAN_MODE: 'demo', DATABASE_URL: database.url };
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'openapi'], {
    env,
    maxBuffer: 1e8,
  });
  await database.drop();
  return JSON.parse(stdout) as OpenAPIObject;
}

/** The ids that a route's parameter may take, by the word of the path before it. */
const pools: Readonly<Record<string, string>> = {
  programmes: 'programmes.programme',
  entries: 'entries.entry',
  attachments: 'entries.attachment',
  rounds: 'judging.round',
  sheets: 'judging.score_sheet',
  judges: 'judging.judge',
  invitations: 'judging.judge',
  runs: 'tally.run',
  assignments: 'judging.assignment_run',
  files: 'entries.attachment',
};

/** An id that nothing has. */
export const absent = '00000000-0000-4000-8000-000000000000';

export type Ids = ReadonlyMap<string, readonly string[]>;

/** By table: some ids that exist, and one that does not. @param most how many of a kind */
export async function idsOf(house: House, most: number): Promise<Ids> {
  const ids = new Map<string, readonly string[]>();
  for (const table of new Set(Object.values(pools))) {
    const rows = await system<{ id: string }>(
      house,
      `select id from ${table} order by id limit ${most}`,
    );
    ids.set(table, [...rows.map(({ id }) => id), absent]);
  }
  return ids;
}

/** The path with each parameter filled by each id of its kind. */
export function filledPaths(path: string, known: Ids): string[] {
  const at = path.indexOf('{');
  if (at < 0) return [path];
  const end = path.indexOf('}', at);
  const word =
    path
      .slice(0, at - 1)
      .split('/')
      .at(-1) ?? '';
  const table = pools[word];
  const values = table ? (known.get(table) ?? []) : [absent, 'nothing'];
  return values.flatMap((value) =>
    filledPaths(path.slice(0, at) + value + path.slice(end + 1), known),
  );
}
