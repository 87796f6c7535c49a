/** Texts that have broken programs: what PostgreSQL, JSON, Unicode, HTML, spreadsheets or a reader trip over. */
export const hostileTexts: readonly string[] = [
  '',
  ' \t\n',
  '\0',
  '案\u0000例',
  '\ud800',
  '\u202e案例\u202c',
  '<img src=x onerror=alert(1)>',
  "'; drop table entries.entry; --",
  '=cmd|"/c calc"!A1',
  '../../etc/passwd',
  '𬍛'.repeat(3000),
  '9'.repeat(400),
];

/** Values of the wrong kind or beyond every bound. */
export const hostileValues: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 53,
  1e308,
  [],
  [null],
  {},
  { toString: 'x', length: -1 },
  ...hostileTexts,
];

/** Bodies that are no form at all, as they go over the wire. */
export const hostileBodies: readonly (readonly [type: string, body: string])[] = [
  ['application/json', ''],
  ['application/json', '{'],
  ['application/json', 'null'],
  ['application/json', '[]'],
  ['application/json', '"x"'],
  ['application/json', '{"__proto__":{"role":"programme-admin"}}'],
  ['application/json', `${'['.repeat(5000)}${']'.repeat(5000)}`],
  ['text/plain', 'x'],
  ['application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['application/x-www-form-urlencoded', 'a=1&a=2'],
  ['multipart/form-data; boundary=x', '--x\r\n'],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\nPK',
  ],
  [
    'multipart/form-data; boundary=x',
    '--x\r\ncontent-disposition: form-data; name="file"; filename="../\u0000.xlsx"\r\n\r\nPK\r\n--x--\r\n',
  ],
  ['multipart/form-data', 'no boundary'],
];

/** As much of JSON Schema as the description of the API uses. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

type Schemas = Readonly<Record<string, Schema>>;

const plainOf: Readonly<Record<string, unknown>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  'date-time': '2020-07-02T00:00:00.000Z',
  date: '2020-07-02',
  email: 'somebody@example.org',
};

export const resolved = (schema: Schema, schemas: Schemas): Schema => {
  const [only] = schema.allOf ?? schema.oneOf ?? [];
  if (schema.$ref !== undefined)
    return resolved(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  return only === undefined ? schema : resolved(only, schemas);
};

/** A value of this shape that an honest form could send. */
export function honest(schema: Schema, schemas: Schemas): unknown {
  const { type, format, items, properties, ...rest } = resolved(schema, schemas);
  if (rest.enum) return rest.enum[0];
  const plain: Readonly<Record<string, () => unknown>> = {
    array: () => (items ? [honest(items, schemas)] : []),
    number: () => 1,
    integer: () => 1,
    boolean: () => true,
    string: () => plainOf[format ?? ''] ?? '理由充分',
  };
  const form = Object.entries(properties ?? {}).map(([name, of]) => [name, honest(of, schemas)]);
  return plain[type ?? '']?.() ?? Object.fromEntries(form);
}

/** The honest form, and the same with each of its values (inside lists and forms too) replaced by each hostile one. */
export function* hostileForms(schema: Schema, schemas: Schemas): Generator<unknown> {
  const form = honest(schema, schemas);
  yield form;
  for (const place of placesIn(form, []))
    for (const value of hostileValues) yield replaced(form, place, value);
}

type Place = readonly (string | number)[];

function* placesIn(value: unknown, at: Place): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const place = [...at, key];
    yield place;
    yield* placesIn(inner, place);
  }
}

function replaced(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item, index) =>
      String(index) === key ? replaced(item, rest, by) : (item as unknown),
    );
  const form = value as Record<string, unknown>;
  return { ...form, [key]: replaced(form[key], rest, by) };
}
