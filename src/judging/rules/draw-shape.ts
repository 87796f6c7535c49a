/** What a value from a file must look like: a kind of value, a list of one shape, or these members and no others. */
export type Shape = 'text' | 'whole' | readonly [Shape] | { readonly [member: string]: Shape };

const texts: Shape = ['text'];
const expert: Shape = {
  ...{ id: 'text', name: 'text', workplace: 'text', kind: 'text', prefecture: 'text' },
  categories: texts,
};
const stratum: Shape = {
  ...{ key: 'text', category: 'text', kinds: texts, prefectures: texts },
  ...{ draw: 'whole', reserves: 'whole', experts: [expert] },
};
const list: Shape = {
  ...{ rule: 'text', programme: { slug: 'text', name: 'text' }, number: 'whole', reason: 'text' },
  earlier: [{ number: 'whole', state: 'text', reason: 'text', strata: texts }],
  strata: [stratum],
};

/** The exported record of a draw: see `DrawRecord`. */
export const drawRecordShape: Shape = {
  core: {
    ...{ list, listHash: 'text', commitment: 'text', committedAt: 'text', committedBy: 'text' },
    ...{ nonce: 'text', supervisorNumber: 'text', numberedAt: 'text', numberedBy: 'text' },
    ...{ seed: 'text', result: [{ stratum: 'text', drawn: texts, reserves: texts }] },
  },
  recordHash: 'text',
  signatures: [{ part: 'text', name: 'text', at: 'text', digest: 'text' }],
};

/** Where a value first differs from its shape, or null. */
export function misfit(value: unknown, shape: Shape, path: string): string | null {
  if (typeof shape === 'string') return isPlain(value, shape) ? null : path;
  if (isList(shape)) {
    if (!Array.isArray(value)) return path;
    return first(value.map((item, at) => misfit(item, shape[0], `${path}[${at}]`)));
  }
  return isObject(value) ? membersMisfit(value, shape, path) : path;
}

type Members = Readonly<Record<string, unknown>>;

function membersMisfit(
  members: Members,
  shape: Readonly<Record<string, Shape>>,
  path: string,
): string | null {
  const unknown = Object.keys(members).find((key) => !Object.hasOwn(shape, key));
  if (unknown !== undefined) return `${path}.${unknown}`;
  return first(
    Object.entries(shape).map(([key, part]) => misfit(members[key], part, `${path}.${key}`)),
  );
}

const isPlain = (value: unknown, shape: 'text' | 'whole'): boolean =>
  shape === 'text' ? typeof value === 'string' : Number.isSafeInteger(value);
const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);
const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const first = (misfits: readonly (string | null)[]): string | null =>
  misfits.find((one) => one !== null) ?? null;
