import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pace } from './pace.js';

const hours = 3_600_000;
const opensAt = new Date('2026-11-20T00:00:00Z');
const closesAt = new Date('2026-11-30T00:00:00Z');
const after = (some: number): Date => new Date(opensAt.getTime() + some * hours);
const told = (total: number, done: number, at: number) =>
  pace({ total, done }, { opensAt, closesAt }, after(at));

describe('the pace of a judge', () => {
  it.each([
    ['is done with everything', [20, 20, 24], [null, null, 'done']],
    ['has nothing to do', [0, 0, 24], [null, null, 'done']],
    ['has not begun in the first half', [20, 0, 119], [null, null, 'not-begun']],
    ['has not begun in the middle', [20, 0, 120], [null, null, 'late']],
    ['began within the first hour', [20, 3, 0.5], [null, null, 'on-time']],
    ['will be ready at the last moment', [20, 10, 120], [20, closesAt, 'on-time']],
    ['will be ready after the end', [20, 9, 120], [18, after(267), 'late']],
    ['works after the end', [20, 19, 240], [19, after(253), 'late']],
  ] as const)('who %s', (_who, [total, done, at], [tenthsPerDay, expectedAt, standing]) => {
    expect(told(total, done, at)).toEqual({ tenthsPerDay, expectedAt, standing });
  });

  const work = fc
    .record({ total: fc.integer({ min: 2, max: 500 }), at: fc.integer({ min: 1, max: 239 }) })
    .chain((given) =>
      fc.record({
        ...{ total: fc.constant(given.total), at: fc.constant(given.at) },
        done: fc.integer({ min: 1, max: given.total - 1 }),
      }),
    );

  it('is late exactly when the forecast is after the end', () => {
    fc.assert(
      fc.property(work, ({ total, done, at }) => {
        const { expectedAt, standing } = told(total, done, at);
        expect(standing).toBe((expectedAt as Date) > closesAt ? 'late' : 'on-time');
      }),
    );
  });

  it('is never expected to end before now, nor later after one more entry', () => {
    fc.assert(
      fc.property(work, ({ total, done, at }) => {
        const { expectedAt } = told(total, done, at);
        const next = told(total, done + 1, at).expectedAt;
        expect((expectedAt as Date).getTime()).toBeGreaterThanOrEqual(after(at).getTime());
        if (next) expect(next.getTime()).toBeLessThanOrEqual((expectedAt as Date).getTime());
      }),
    );
  });
});
