import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certain, keptOff, type PoolExpert, strataFault, strataOf } from './draw-eligible.js';
import { drawLots, type StratumPlan } from './draw-lots.js';

const expert = (id: string, part: Partial<PoolExpert> = {}): PoolExpert => ({
  ...{ id, name: `专家${id}`, workplace: '某大学', kind: 'university', prefecture: '430100' },
  ...{ categories: [], state: 'active', invited: false, conflicted: new Set<string>(), ...part },
});
const plan = (part: Partial<StratumPlan> = {}): StratumPlan => ({
  ...{ category: 'DY', kinds: [], prefectures: [], draw: 1, reserves: 0, ...part },
});

describe('the list of a draw', () => {
  it.each([
    ['nothing speaks against', {}, null],
    ['is paused', { state: 'paused', invited: true }, 'paused'],
    ['was removed', { state: 'removed' }, 'removed'],
    ['was asked before', { invited: true }, 'already-invited'],
    ['conflicts with every entry', { conflicted: new Set(['DY']) }, 'conflicts-with-all'],
    ['conflicts in another category', { conflicted: new Set(['SD']) }, null],
  ] as const)('tells of an expert whom/who %s', (_what, part, reason) => {
    expect(keptOff(expert('a', part), 'DY')).toBe(reason);
  });

  it('holds who may be drawn in the order of ids, and who may not with the reason', () => {
    const pool = [
      expert('c', { categories: ['SD', 'DY'] }),
      expert('b', { state: 'paused' }),
      expert('a'),
      expert('d', { kind: 'office' }),
    ];
    const [{ stratum, keptOff: off } = { stratum: undefined, keptOff: [] }] = strataOf(
      [plan({ kinds: ['university', 'research', 'university'] })],
      pool,
    );
    expect(stratum).toMatchObject({ key: 'DY/research+university/*', draw: 1 });
    expect(stratum?.kinds).toEqual(['research', 'university']);
    expect(stratum?.experts.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(stratum?.experts[1]).toEqual({
      ...{ id: 'c', name: '专家c', workplace: '某大学', kind: 'university' },
      ...{ prefecture: '430100', categories: ['DY', 'SD'] },
    });
    expect(off.map(({ expert: { id }, reason }) => [id, reason])).toEqual([['b', 'paused']]);
  });

  const found = (plans: readonly StratumPlan[], pool: readonly PoolExpert[]) =>
    strataFault(strataOf(plans, pool).map(({ stratum }) => stratum));
  it.each([
    ['enough experts', [plan()], null],
    ['too few', [plan({ draw: 4 })], { code: 'draw-too-few', stratum: 'DY/*/*' }],
    ['one stratum twice', [plan(), plan()], { code: 'draw-same-stratum', stratum: 'DY/*/*' }],
    [
      'too few once an earlier stratum took its own',
      [plan({ draw: 2 }), plan({ category: 'SD', draw: 2 })],
      { code: 'draw-too-few', stratum: 'SD/*/*' },
    ],
    ['enough for two', [plan({ draw: 1 }), plan({ category: 'SD', draw: 2 })], null],
  ])('is judged with %s', (_what, plans, fault) => {
    expect(
      found(
        plans,
        ['a', 'b', 'c'].map((id) => expert(id)),
      ),
    ).toEqual(fault);
  });

  it('never promises more of a stratum than every fall of the lots leaves', () => {
    const plans = fc.array(
      fc.record({
        kinds: fc.subarray(['university', 'office', 'research']),
        draw: fc.integer({ min: 1, max: 3 }),
        reserves: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    const kinds = fc.array(fc.constantFrom('university', 'office', 'research'), { maxLength: 14 });
    fc.assert(
      fc.property(plans, kinds, fc.string(), (parts, pool, seed) => {
        const experts = pool.map((kind, at) => expert(`id-${at}`, { kind }));
        const strata = strataOf(
          parts.map((part, at) => plan({ ...part, category: `C${at}` })),
          experts,
        ).map(({ stratum }) => stratum);
        drawLots(seed, strata).forEach(({ drawn }, at) => {
          const wanted = strata[at]?.draw ?? 0;
          expect(drawn.length).toBeGreaterThanOrEqual(Math.min(wanted, certain(strata, at)));
        });
      }),
    );
  });
});
