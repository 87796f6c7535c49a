import type { OpenAPIObject } from '@nestjs/swagger';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { emptyDatabase } from '../support/fresh-database.js';
import type { House } from '../support/house.js';
import { system } from '../support/judging.js';

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
  files: 'entries.attachment',
};

/** Values that a query parameter takes besides being absent. */
const queryValues: Readonly<Record<string, readonly string[]>> = {
  search: ['示例', '案例'],
  event: ['judging', 'entries.submitted'],
  ids: [],
  startsOn: ['2025-10-27'],
};

type Parameter = {
  readonly in: string;
  readonly name: string;
  readonly schema?: { enum?: string[] };
};

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

/**
 * Every GET that the API offers, with ids that exist, one that does not, and every filter it names.
 * @param most ids of a kind
 */
export async function wholeScript(
  house: House,
  description: OpenAPIObject,
  most = 6,
): Promise<string[]> {
  const known = await idsOf(house, most);
  const paths = Object.entries(description.paths)
    .filter(([path, item]) => item.get !== undefined && !movesByItself(path))
    .flatMap(([path, item]) => {
      const parameters = (item.get?.parameters ?? []) as Parameter[];
      return withQueries(fill(path, known), parameters, known);
    });
  return [...new Set(paths), ...pages];
}

const pages = ['/', '/sign-in', '/p/selection-1/notice', '/p/selection-1/results', '/api/nothing'];

/** The clock is another one at every asking; an export carries its moment and leaves a line in the record. */
const movesByItself = (path: string): boolean =>
  ['/api/clock', '/api/identity/below/people/file'].includes(path) ||
  path.startsWith('/api/entries/exports/');

type Ids = ReadonlyMap<string, readonly string[]>;

async function idsOf(house: House, most: number): Promise<Ids> {
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

const absent = '00000000-0000-4000-8000-000000000000';

/** The path with each parameter filled by each id of its kind. */
function fill(path: string, known: Ids): string[] {
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
  return values.flatMap((value) => fill(path.slice(0, at) + value + path.slice(end + 1), known));
}

/** The paths, and each again with each value of each query parameter. */
function withQueries(
  paths: readonly string[],
  parameters: readonly Parameter[],
  known: Ids,
): string[] {
  const queries = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap((parameter) =>
      valuesOf(parameter, known).map((value) => `${parameter.name}=${encodeURIComponent(value)}`),
    );
  const programme = known.get('programmes.programme')?.[0] ?? absent;
  const needed = parameters.some(({ name }) => name === 'programmeId')
    ? `programmeId=${programme}`
    : '';
  return paths.flatMap((path) => [
    path + (needed && `?${needed}`),
    ...queries.map((query) => `${path}?${[needed, query].filter(Boolean).join('&')}`),
  ]);
}

function valuesOf({ name, schema }: Parameter, known: Ids): readonly string[] {
  if (name === 'programmeId') return [absent];
  return schema?.enum ?? queryValues[name] ?? (known.get('entries.entry') ?? []).slice(0, 2);
}
