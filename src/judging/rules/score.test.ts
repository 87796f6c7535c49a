import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingIn, needsComment, type ScoreRules, scoreValue, totalOf } from './score.js';

const rules: ScoreRules = {
  step: 50,
  criteria: [
    { key: 'fusion', max: 2500 },
    { key: 'effect', max: 7500 },
  ],
  comment: { minWords: 5, fromTotal: 9000, belowTotal: 7000 },
};

describe('a score', () => {
  it.each([
    ['the lowest', 'fusion', 0],
    ['half a point', 'fusion', 50],
    ['the most its criterion gives', 'fusion', 2500],
    ['none at all', 'effect', null],
  ])('may be %s', (_what, key, value) => {
    expect(scoreValue(rules, key, value)).toEqual({ ok: true, value });
  });

  it.each([
    ['above its criterion', 'fusion', 2550, 'score-out-of-range'],
    ['below zero', 'fusion', -50, 'score-out-of-range'],
    ['not a number', 'fusion', Number.NaN, 'score-out-of-range'],
    ['between two steps', 'fusion', 125, 'score-off-step'],
    ['for a criterion the rubric lacks', 'beauty', 50, 'unknown-criterion'],
  ])('is refused when it is %s', (_what, key, value, code) => {
    expect(scoreValue(rules, key, value)).toEqual({ ok: false, code });
  });

  it('is accepted exactly when it is a step from zero to the most', () => {
    fc.assert(
      fc.property(fc.integer({ min: -300, max: 3000 }), (value) => {
        const expected = value >= 0 && value <= 2500 && value % 50 === 0;
        expect(scoreValue(rules, 'fusion', value).ok).toBe(expected);
      }),
    );
  });
});

describe('the total', () => {
  it.each([
    ['is the sum when every criterion has a score', { fusion: 2000, effect: 6050 }, 8050],
    ['counts a zero as a score', { fusion: 0, effect: 0 }, 0],
    ['is none while a criterion is absent', { fusion: 2000 }, null],
    ['is none while a score is taken away', { fusion: 2000, effect: null }, null],
    ['leaves out what the rubric does not know', { fusion: 100, effect: 100, beauty: 900 }, 200],
  ])('%s', (_what, scores, total) => {
    expect(totalOf(rules, scores as Record<string, number | null>)).toBe(total);
  });
});

describe('a comment', () => {
  it.each([
    [9000, true],
    [8950, false],
    [7000, false],
    [6950, true],
  ])('for a total of %i is needed: %s', (total, needed) => {
    expect(needsComment(rules, total)).toBe(needed);
  });
});

describe('a sheet', () => {
  const full = { fusion: 2000, effect: 6000 };
  it.each([
    [
      'everything when nothing is written',
      { scores: {}, comment: '', recommendation: null },
      ['criterion:fusion', 'criterion:effect', 'recommendation'],
    ],
    ['the recommendation', { scores: full, comment: '', recommendation: null }, ['recommendation']],
    ['nothing in the middle', { scores: full, comment: '', recommendation: 'yes' as const }, []],
    [
      'a comment at the top, and four words are not five',
      {
        scores: { fusion: 2500, effect: 6500 },
        comment: '很好很好',
        recommendation: 'strong' as const,
      },
      ['comment'],
    ],
    [
      'nothing at the top with five words',
      {
        scores: { fusion: 2500, effect: 6500 },
        comment: '很好，很好',
        recommendation: 'strong' as const,
      },
      [],
    ],
    [
      'a comment at the bottom',
      { scores: { fusion: 0, effect: 0 }, comment: '', recommendation: 'no' as const },
      ['comment'],
    ],
  ])('lacks %s', (_what, sheet, missing) => {
    expect(missingIn(rules, sheet)).toEqual(missing);
  });
});
