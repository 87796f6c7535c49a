import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../platform/pure/canonical-json.js';
import { commitmentOf, drawLots, hashOf, seedOf } from './draw-lots.js';
import { coreText, listText, recordText, signatureDigest } from './draw-record.js';
import { drawReport } from './draw-words.js';
import { drawChecks, verifyDraw } from './verify-draw.js';

const expert = (at: number) => ({
  ...{ id: `id-${at}`, name: `专家${at}`, workplace: '某大学', kind: 'university' },
  ...{ prefecture: '430100', categories: ['DY'] },
});
const strata = [
  {
    ...{ key: 'DY/*/*', category: 'DY', kinds: [], prefectures: [], draw: 2, reserves: 1 },
    experts: [1, 2, 3, 4, 5].map(expert),
  },
];
const list = {
  ...{ rule: 'linxuan-draw-1', programme: { slug: 'demo', name: '遴选' }, number: 2 },
  ...{ reason: '补抽', strata },
  earlier: [{ number: 1, state: 'aborted', reason: '停电', strata: ['DY/*/*'] }],
};
const nonce = 'ab'.repeat(32);
const listHash = hashOf(listText(list));
const seed = seedOf(nonce, '0042', listHash);
const core = {
  ...{ list, listHash, commitment: commitmentOf(nonce, listHash) },
  ...{ committedAt: '2020-08-16T00:00:00.000Z', committedBy: '管理员', nonce },
  ...{ supervisorNumber: '0042', numberedAt: '2020-08-16T00:10:00.000Z', numberedBy: '监督员' },
  ...{ seed, result: drawLots(seed, strata) },
};
const recordHash = hashOf(coreText(core));
const signed = (part: string, name: string) => {
  const by = { part, name, at: '2020-08-16T00:20:00.000Z' };
  return { ...by, digest: signatureDigest(recordHash, by) };
};
const record = {
  ...{ core, recordHash },
  signatures: [signed('administrator', '管理员'), signed('supervisor', '监督员')],
};
const text = recordText(record);
const failing = (changed: string): string[] =>
  verifyDraw(changed).flatMap(({ check, holds }) => (holds ? [] : [check]));

type Path = readonly (string | number)[];
/** Every text and number of a record, by its path. */
const leaves = (value: Json, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => leaves(member as Json, [...path, key]))
    : [path];
function tampered(path: Path): string {
  const copy = JSON.parse(text) as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  const old = holder[last];
  holder[last] = typeof old === 'number' ? old + 1 : `${String(old)}x`;
  return canonicalJson(copy as Json);
}

describe('verifying a draw', () => {
  it('finds that everything holds', () => {
    expect(verifyDraw(text)).toEqual(
      drawChecks.map((check) => ({ check, holds: true, where: '' })),
    );
    expect(failing(`${text}\n`)).toEqual([]);
  });

  it.each(leaves(JSON.parse(text) as Json).map((path) => [path.join('.'), path] as const))(
    'finds out that %s was changed',
    (_name, path) => {
      expect(failing(tampered(path))).not.toEqual([]);
    },
  );

  const change = (edit: (copy: typeof record) => object): string =>
    recordText({ ...record, ...edit(record) });
  it.each([
    ['no JSON', '{', ['shape']],
    ['another shape', '{"core":{}}', ['shape']],
    ['a list', '[]', ['shape']],
    ['a member too many', change(() => ({ more: 1 })), ['shape']],
    ['spaces', JSON.stringify(record, null, 1), ['canonical']],
    ['no signature', change(() => ({ signatures: [] })), ['signatures']],
    [
      'one part twice',
      change(({ signatures: [one] }) => ({ signatures: [one, one] })),
      ['signatures'],
    ],
    [
      'a number chosen after the fact, with all hashes computed again',
      (() => {
        const other = { ...core, supervisorNumber: '0043', seed: seedOf(nonce, '0043', listHash) };
        return recordText({ ...record, core: other, recordHash: hashOf(coreText(other)) });
      })(),
      ['result', 'signatures'],
    ],
    [
      'a number that came before the commitment',
      (() => {
        const other = { ...core, numberedAt: core.committedAt };
        return recordText({ ...record, core: other, recordHash: hashOf(coreText(other)) });
      })(),
      ['times', 'signatures'],
    ],
  ])('says what differs with %s', (_what, changed, checks) => {
    expect(failing(changed)).toEqual(checks);
  });
});

describe('the report on a draw', () => {
  it('says in words what holds and what differs, and where', () => {
    expect(drawReport(verifyDraw(text)).split('\n')).toEqual([
      ...drawChecks.map(() => expect.stringMatching(/^ok {7}\S.* \(.+\)$/)),
      '全部相符 (everything holds)',
      '',
    ]);
    const changed = drawReport(verifyDraw(tampered(['core', 'seed'])));
    expect(changed).toContain(`DIFFERS  种子与随机数`);
    expect(changed).toContain(`${seed}x ≠ ${seed}`);
    expect(changed).toContain('3 项不符 (3 of 11 differ)');
  });
});
