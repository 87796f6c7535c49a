import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { belongs, commitmentOf, drawLots, hashOf, seedOf, stratumKey } from './draw-lots.js';

const expert = (id: string) => ({
  ...{ id, name: id, workplace: '', kind: 'university', prefecture: '430100', categories: [] },
});
const stratum = (key: string, ids: readonly string[], draw: number, reserves: number) => ({
  ...{ key, draw, reserves, experts: ids.map(expert) },
});
const ids = (count: number) => Array.from({ length: count }, (_, at) => `expert-${at}`);

const anyStrata = fc
  .array(
    fc.record({
      chosen: fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }),
      draw: fc.integer({ min: 1, max: 6 }),
      reserves: fc.integer({ min: 0, max: 4 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) =>
    parts.map(({ chosen, draw, reserves }, at) =>
      stratum(
        `S${at}`,
        chosen.map((one) => `expert-${one}`),
        draw,
        reserves,
      ),
    ),
  );

describe('drawing lots', () => {
  it('gives everybody the same chance: chi-square over fixed seeds', () => {
    const pool = ids(20);
    const seats = new Map(pool.map((id) => [id, 0]));
    const runs = 4000;
    for (let run = 0; run < runs; run++)
      for (const id of drawLots(hashOf(`seed ${run}`), [stratum('S', pool, 5, 0)])[0]?.drawn ?? [])
        seats.set(id, (seats.get(id) ?? 0) + 1);
    const wanted = (runs * 5) / 20;
    // Drawing without replacement lowers the variance by 15/19 against 19 degrees of freedom.
    const square = [...seats.values()].reduce((sum, n) => sum + (n - wanted) ** 2 / wanted, 0);
    // 36.19 is the 99 % point for 19 degrees of freedom.
    expect((square * 19) / 15).toBeLessThan(36.19);
  });

  it('gives every order of four the same chance: chi-square over fixed seeds', () => {
    const seen = new Map<string, number>();
    const runs = 4800;
    for (let run = 0; run < runs; run++) {
      const [{ drawn } = { drawn: [] }] = drawLots(hashOf(`order ${run}`), [
        stratum('S', ids(4), 4, 0),
      ]);
      seen.set(drawn.join(), (seen.get(drawn.join()) ?? 0) + 1);
    }
    const square = [...seen.values()].reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0);
    expect(seen.size).toBe(24);
    // The 99 % point for 23 degrees of freedom.
    expect(square).toBeLessThan(41.64);
  });

  it('does not depend on the order of the list', () => {
    fc.assert(
      fc.property(anyStrata, fc.string(), (strata, seed) => {
        const turned = strata.map((one) => ({ ...one, experts: [...one.experts].reverse() }));
        expect(drawLots(seed, turned)).toEqual(drawLots(seed, strata));
      }),
    );
  });

  it('draws nobody twice, nobody from elsewhere, as many as there are, and reserves after the drawn', () => {
    fc.assert(
      fc.property(anyStrata, fc.string(), (strata, seed) => {
        const taken: string[] = [];
        const results = drawLots(seed, strata);
        for (const [at, { key, draw, reserves, experts }] of strata.entries()) {
          const { drawn = [], reserves: spare = [] } = results[at] ?? {};
          const free = experts.map(({ id }) => id).filter((id) => !taken.includes(id));
          const all = [...drawn, ...spare];
          expect(free).toEqual(expect.arrayContaining(all));
          expect(drawn).toHaveLength(Math.min(draw, free.length));
          expect(all).toHaveLength(Math.min(draw + reserves, free.length));
          const lots = all.map((id) => hashOf(seed, key, id));
          expect(lots).toEqual([...lots].sort());
          taken.push(...all);
        }
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });

  it('is the same on every machine', () => {
    expect(drawLots('seed', [stratum('S', ids(6), 2, 2)])).toEqual([
      {
        stratum: 'S',
        drawn: ['expert-4', 'expert-1'],
        reserves: ['expert-3', 'expert-5'],
      },
    ]);
    expect(hashOf('a', 'b')).toBe(
      '7e18f737311b2dc3b2f269dd78396b0351f14fb66efa879f768cb23181883c78',
    );
  });

  it('takes its seed from all three', () => {
    const seeds = [seedOf('n', '1', 'l'), seedOf('m', '1', 'l'), seedOf('n', '2', 'l')];
    seeds.push(seedOf('n', '1', 'k'), commitmentOf('n', 'l'), commitmentOf('m', 'l'));
    expect(new Set(seeds).size).toBe(6);
  });
});

describe('a stratum', () => {
  const plan = { category: 'DY', kinds: [], prefectures: [], draw: 1, reserves: 0 };
  it('has the same key however it was put together', () => {
    const kinds = ['university', 'research'];
    expect(stratumKey(plan)).toBe('DY/*/*');
    expect(stratumKey({ ...plan, kinds, prefectures: ['430200', '430100'] })).toBe(
      'DY/research+university/430100+430200',
    );
    expect(stratumKey({ ...plan, kinds: [...kinds].reverse() })).toBe('DY/research+university/*');
  });

  it.each([
    ['anybody', {}, {}, true],
    ['another category', { categories: ['SD'] }, {}, false],
    ['one of their categories', { categories: ['SD', 'DY'] }, {}, true],
    ['another kind', {}, { kinds: ['office'] }, false],
    ['their kind', {}, { kinds: ['office', 'university'] }, true],
    ['another prefecture', {}, { prefectures: ['430200'] }, false],
    ['a provincial body', { prefecture: 'province' }, { prefectures: ['province'] }, true],
  ])('tells %s', (_who, part, narrowed, answer) => {
    expect(belongs({ ...expert('a'), ...part }, { ...plan, ...narrowed })).toBe(answer);
  });
});
