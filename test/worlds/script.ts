import type { OpenAPIObject } from '@nestjs/swagger';
import { absent, filledPaths, type Ids, idsOf } from '../support/api-description.js';
import type { House } from '../support/house.js';

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
      return withQueries(filledPaths(path, known), parameters, known);
    });
  return [...new Set(paths), ...pages];
}

const pages = ['/', '/sign-in', '/p/selection-1/notice', '/p/selection-1/results', '/api/nothing'];

/** The clock is another one at every asking, a stream does not end; an export carries its moment and leaves a line in the record. */
const movesByItself = (path: string): boolean =>
  ['/api/clock', '/api/identity/below/people/file', '/api/judging/experts/file'].includes(path) ||
  path.endsWith('/events') ||
  path.startsWith('/api/entries/exports/');

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
