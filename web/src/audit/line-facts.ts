/** What a line says besides who did what: a name and a value of its payload. */
export type Fact = { readonly key: string; readonly value: string };

/** Keys whose values are ids of people or organisations. */
const named = new Set(['personId', 'organisationId', 'unitId', 'prefectureId']);

const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** `1b2c3d4e…`: enough to tell two apart on a page. */
export const shortId = (value: string): string => (isId(value) ? `${value.slice(0, 8)}…` : value);

const wordOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** The facts of a payload (JSON text); lists as one fact for each member. */
export function factsOf(payload: string): Fact[] {
  const parsed = JSON.parse(payload) as Record<string, unknown>;
  return Object.entries(parsed).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((member) => ({ key, value: wordOf(member) })),
  );
}

type Line = {
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly payload: string;
};

/** Every id of the lines that has a name, each once and in order, so that one question serves all. */
export function idsToName(lines: readonly Line[]): string[] {
  const ids = new Set<string>();
  for (const { personId, organisationId, payload } of lines) {
    if (personId) ids.add(personId);
    if (organisationId) ids.add(organisationId);
    for (const { key, value } of factsOf(payload))
      if (named.has(key) && isId(value)) ids.add(value);
  }
  return [...ids].sort();
}
