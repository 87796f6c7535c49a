import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { rank, type Ranking } from './rank.js';
import { ruleVersion, tallyInputText, tallyOutputText } from './tally-text.js';
import type { TallyConfig, TallyEntry } from './tally-shapes.js';

const config: TallyConfig = {
  method: { kind: 'trim', high: 1, low: 1 },
  criteria: [
    { key: 'fusion', max: 2500 },
    { key: 'effect', max: 2000 },
  ],
  tieChain: [{ by: 'criterion', key: 'fusion' }, { by: 'lot' }],
  places: 1,
  lotSeed: '种子',
};
const entries: readonly TallyEntry[] = [
  {
    entry: '案例二',
    rankInUnit: 2,
    sheets: [
      { judge: 'j2', scores: { fusion: 2000, effect: 1750 }, recommendation: 'strong' },
      { judge: 'j1', scores: { effect: 1700, fusion: 2050 } },
    ],
  },
  { entry: '案例一', rankInUnit: 1, sheets: [{ judge: 'j1', scores: { fusion: 1, effect: 2 } }] },
];

function ranking(rows: readonly TallyEntry[], by: TallyConfig): Ranking {
  const decision = rank(rows, by);
  if (!decision.ok) throw new Error(decision.code);
  return decision.value;
}

describe('the text of a tally’s input', () => {
  it('is these bytes, which may change only with the version of the rule', () => {
    expect(ruleVersion).toBe('tally/1');
    expect(tallyInputText(entries, config)).toBe(
      '{"config":{"criteria":[{"key":"effect","max":2000},{"key":"fusion","max":2500}],' +
        '"lotSeed":"种子","method":{"high":1,"kind":"trim","low":1},"minimum":null,"places":1,' +
        '"tieChain":[{"by":"criterion","key":"fusion"},{"by":"lot"}]},"entries":[' +
        '{"entry":"案例一","rankInUnit":1,"sheets":[{"judge":"j1","recommendation":null,' +
        '"scores":{"effect":2,"fusion":1}}]},' +
        '{"entry":"案例二","rankInUnit":2,"sheets":[{"judge":"j1","recommendation":null,' +
        '"scores":{"effect":1700,"fusion":2050}},{"judge":"j2","recommendation":"strong",' +
        '"scores":{"effect":1750,"fusion":2000}}]}],"rule":"tally/1"}',
    );
  });

  it.each<[string, readonly TallyEntry[], Partial<TallyConfig>]>([
    ['the method', entries, { method: { kind: 'mean' } }],
    ['the places', entries, { places: 2 }],
    ['the minimum', entries, { minimum: 0 }],
    ['the seed of the lot', entries, { lotSeed: null }],
    ['the order of the tie chain', entries, { tieChain: [...config.tieChain].reverse() }],
    ['a maximum', entries, { criteria: config.criteria.map((each) => ({ ...each, max: 2500 })) }],
    ['a rank in the unit', entries.map((each) => ({ ...each, rankInUnit: 3 })), {}],
    ['an entry', entries.slice(1), {}],
    ['a sheet', entries.map((each) => ({ ...each, sheets: each.sheets.slice(0, 1) })), {}],
  ])('changes with %s', (_what, rows, change) => {
    expect(tallyInputText(rows, { ...config, ...change })).not.toBe(
      tallyInputText(entries, config),
    );
  });
});

describe('the texts of a tally', () => {
  const score = fc.integer({ min: 0, max: 2000 });
  const sheets = fc.uniqueArray(
    fc.record({ judge: fc.string(), scores: fc.record({ fusion: score, effect: score }) }),
    { selector: ({ judge }) => judge, minLength: 1, maxLength: 5 },
  );
  const rows = fc.uniqueArray(
    fc.record({ entry: fc.string({ unit: 'binary' }), rankInUnit: fc.nat(9), sheets }),
    { selector: ({ entry }) => entry, maxLength: 6 },
  );

  it('are the same bytes in whatever order the rows and their members come', () => {
    const bytes = (text: string) => createHash('sha256').update(text).digest('hex');
    fc.assert(
      fc.property(rows, fc.string(), (drawn, seed) => {
        const { shuffle } = seededRandom(seed);
        const members = <Row extends object>(row: Row): Row =>
          Object.fromEntries(shuffle(Object.entries(row))) as Row;
        const shuffled = shuffle(drawn).map((each) =>
          members({
            ...each,
            sheets: shuffle(each.sheets).map((sheet) =>
              members({ ...sheet, scores: members(sheet.scores) }),
            ),
          }),
        );
        const other = members({ ...config, criteria: shuffle(config.criteria).map(members) });
        expect(bytes(tallyInputText(shuffled, other))).toBe(bytes(tallyInputText(drawn, config)));
        expect(bytes(tallyOutputText(ranking(shuffled, other)))).toBe(
          bytes(tallyOutputText(ranking(drawn, config))),
        );
      }),
    );
  });

  it('hold the whole result, so that it can be read back', () => {
    fc.assert(
      fc.property(rows, (drawn) => {
        const result = ranking(drawn, config);
        expect(JSON.parse(tallyOutputText(result))).toEqual({ rule: ruleVersion, ...result });
      }),
    );
  });
});
