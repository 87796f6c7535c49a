import { describe, expect, it } from 'vitest';
import { thinned } from './field-history.js';

const now = new Date('2020-08-10T08:00:00.000Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
const versions = (...seconds: readonly number[]) =>
  seconds.map((one, place) => ({ version: place + 1, at: ago(one) }));

describe('the thinning of a history', () => {
  it.each([
    ['nothing of none', [], []],
    ['nothing of one', [1], []],
    ['nothing of what lies apart', [70, 40, 10], []],
    ['the earlier of two in half a minute', [29, 1], [1]],
    ['the earlier of ten minutes, an hour later', [3_900, 3_800, 3_700, 3_000], [1, 2]],
    [
      'all but the last of a day, a week later',
      [8 * 86_400 + 90, 8 * 86_400 + 60, 7 * 86_400, 1],
      [1],
    ],
  ] as const)('takes %s', (_what, seconds, spare) => {
    expect(thinned(versions(...seconds), now).sort()).toEqual(spare);
  });

  it('keeps a bounded number however often is saved, and always the newest', () => {
    const often = Array.from({ length: 20_000 }, (_, place) => ({
      version: place + 1,
      at: ago((20_000 - place) * 30),
    }));
    const spare = new Set(thinned(often, now));
    expect(often.length - spare.size).toBeLessThan(20 + 144 + 10);
    expect(spare.has(20_000)).toBe(false);
  });

  it('takes nothing more when it has been done', () => {
    const often = versions(...Array.from({ length: 500 }, (_, place) => 50_000 - place * 100));
    const spare = new Set(thinned(often, now));
    expect(
      thinned(
        often.filter(({ version }) => !spare.has(version)),
        now,
      ),
    ).toEqual([]);
  });
});
