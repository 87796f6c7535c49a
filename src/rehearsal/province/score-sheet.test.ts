import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { criteria, maxima, totalOf } from './criteria.js';
import { forceTie, type AssignedEntry, type ForcedTie } from './forced-tie.js';
import { province } from './province.js';
import { scoreSheet, type ScoreSheet } from './score-sheet.js';
import type { CategoryCode, Province } from './shapes.js';

/** Five judges from elsewhere for every reviewed entry of a category. */
const assign = (made: Province, category: CategoryCode, lot: string): AssignedEntry[] =>
  made.entries
    .filter((entry) => entry.categoryCode === category && entry.fate === 'reviewed')
    .map((entry) => ({
      entryKey: entry.key,
      judgeKeys: seededRandom(`${lot}/${entry.key}`)
        .shuffle(made.judges)
        .filter((j) => j.categoryCode === category && j.prefectureCode !== entry.prefectureCode)
        .slice(0, 5)
        .map(({ key }) => key),
    }));

const made = province();
const sheets = (['DY', 'SD', 'JX'] as const)
  .flatMap((category) => assign(made, category, 'draw'))
  .map(({ entryKey, judgeKeys }) => judgeKeys.map((key) => scoreSheet(made, entryKey, key)));

describe('a score sheet', () => {
  it('has half points within the maxima and a comment of 30 to 150 characters', () => {
    const wrong = sheets
      .flat()
      .filter(
        ({ scores, comment }) =>
          comment.length < 30 ||
          comment.length > 150 ||
          criteria.some((c) => scores[c] < 0 || scores[c] > maxima[c] || scores[c] % 50 !== 0),
      );
    expect(wrong).toEqual([]);
  });

  it('is the same whenever it is asked for', () => {
    const again = province();
    scoreSheet(again, 'SD-4301-01', 'judge-SD-02');
    expect(scoreSheet(again, 'DY-4301-01', 'judge-DY-04')).toEqual(
      scoreSheet(made, 'DY-4301-01', 'judge-DY-04'),
    );
  });

  it('comes from a distribution like the domain’s', () => {
    const totals = sheets.flat().map(({ scores }) => totalOf(scores) / 100);
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / totals.length;
    expect(Math.abs(mean - 82)).toBeLessThan(1);
    expect(Math.sqrt(variance)).toBeGreaterThan(6);
    expect(Math.sqrt(variance)).toBeLessThan(7.2);
    const ranges = sheets.map((five) => five.map(({ scores }) => totalOf(scores)));
    const wide = ranges.filter((five) => Math.max(...five) - Math.min(...five) > 1500);
    expect(wide.length / ranges.length).toBeGreaterThan(0.1);
    expect(wide.length / ranges.length).toBeLessThan(0.22);
  });

  it('of a flat judge stays between 84 and 86', () => {
    const flat = made.judges.find(({ noise }) => noise === 'flat');
    const totals = made.entries
      .filter((entry) => entry.categoryCode === flat?.categoryCode)
      .map((entry) => totalOf(scoreSheet(made, entry.key, flat?.key ?? '').scores));
    expect(Math.min(...totals)).toBeGreaterThanOrEqual(8400);
    expect(Math.max(...totals)).toBeLessThanOrEqual(8600);
  });
});

type Standing = { entryKey: string; middle: number; fusion: number };

/** The category ranked by the trimmed mean with the overrides in place, computed afresh. */
function standings(
  made: Province,
  assigned: AssignedEntry[],
  { overrides }: ForcedTie,
): Standing[] {
  const sheetOf = (entryKey: string, judgeKey: string): ScoreSheet =>
    overrides.find((o) => o.entryKey === entryKey && o.judgeKey === judgeKey)?.sheet ??
    scoreSheet(made, entryKey, judgeKey);
  return assigned
    .map(({ entryKey, judgeKeys }) => {
      const five = judgeKeys.map((key) => sheetOf(entryKey, key));
      const totals = five.map(({ scores }) => totalOf(scores)).sort((a, b) => a - b);
      return {
        entryKey,
        middle: totals.slice(1, -1).reduce((sum, total) => sum + total, 0),
        fusion: five.reduce((sum, { scores }) => sum + scores.fusion, 0),
      };
    })
    .sort((a, b) => b.middle - a.middle || b.fusion - a.fusion);
}

const draws = (['DY', 'SD', 'JX'] as const).flatMap((category) =>
  Array.from({ length: 20 }, (_, draw) => [category, `draw ${draw}`] as const),
);

describe.each(draws)('a forced tie in %s, %s', (category, lot) => {
  const assigned = assign(made, category, lot);
  const tie = forceTie(made, assigned);
  const ranked = standings(made, assigned, tie);

  it('is of ranks 10 and 11 alone, parted by fusion', () => {
    const [ninth, tenth, eleventh, twelfth] = ranked.slice(8, 12) as [
      Standing,
      Standing,
      Standing,
      Standing,
    ];
    expect([tenth.entryKey, eleventh.entryKey]).toEqual(tie.tied);
    expect(tenth.middle).toBe(eleventh.middle);
    expect(tenth.fusion).toBeGreaterThan(eleventh.fusion);
    expect(ninth.middle).toBeGreaterThan(tenth.middle);
    expect(eleventh.middle).toBeGreaterThan(twelfth.middle);
  });

  it('keeps sheets valid and close together', () => {
    const wrong = tie.overrides.filter(({ sheet: { scores } }) =>
      criteria.some((c) => scores[c] < 0 || scores[c] > maxima[c] || scores[c] % 50 !== 0),
    );
    expect(wrong).toEqual([]);
    const totals = tie.overrides.slice(0, 5).map(({ sheet }) => totalOf(sheet.scores));
    expect(Math.max(...totals) - Math.min(...totals)).toBeLessThan(1000);
    expect(tie.overrides.slice(5, 10).map(({ sheet }) => totalOf(sheet.scores))).toEqual(totals);
  });
});
