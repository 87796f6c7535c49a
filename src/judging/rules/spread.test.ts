import { describe, expect, it } from 'vitest';
import {
  agreementWith,
  answerLook,
  decideSpread,
  nextSpreadStep,
  type SpreadFacts,
  type SpreadLevel,
  spreadOf,
} from './spread.js';

const levelOf = (range: number): SpreadLevel => {
  if (range > 2000) return 'arbitrate';
  if (range > 1500) return 'recheck';
  return range > 1200 ? 'warn' : 'none';
};
const rules = {
  levelOf,
  flow: { deviation: 600, fromMedian: 1200, tolerance: 1000 },
};

describe('how far apart judges are', () => {
  it.each([
    ['one judge', [8000], 'none'],
    ['the warning reached, not passed', [7000, 8200], 'recheck'], // a deviation of exactly six points
    ['two apart by twelve points and less scattered', [8000, 8600, 8600, 8600, 9100], 'none'],
    ['a range above the warning', [7900, 8500, 8500, 8500, 8500, 9150], 'warn'],
    ['fifteen points are not above fifteen', [7750, 8500, 8500, 8500, 8500, 8500, 9250], 'warn'],
    ['a range above fifteen', [7700, 8500, 8500, 8500, 8500, 8500, 9250], 'recheck'],
    ['one twelve points off the median', [7300, 8500, 8500, 8500, 8500, 8500, 8500], 'recheck'],
    ['one just less off the median', [7301, 8500, 8500, 8500, 8500, 8500, 8500], 'none'],
    ['twenty points are not above twenty', [6500, 7500, 8500], 'recheck'],
    ['a range above twenty', [6499, 7500, 8500], 'arbitrate'],
  ] as const)('%s', (_what, totals, level) => {
    expect(spreadOf(totals, rules)).toBe(level);
  });

  it('does not ask two judges for a median', () => {
    const calm = { ...rules, flow: { ...rules.flow, deviation: 100_000, fromMedian: 1 } };
    expect(spreadOf([7000, 8000], calm)).toBe('none');
    expect(spreadOf([7000, 8000, 8000], calm)).toBe('recheck');
  });
});

describe('what happens to an entry next', () => {
  const far = [6000, 8500];
  const near = [8000, 8500];
  const facts = (more: Partial<SpreadFacts>): SpreadFacts => ({
    ...{ state: null, totals: far, isWhole: true, waiting: 0, extra: null },
    ...more,
  });
  it.each([
    ['nothing while a sheet is missing', { isWhole: false }, null],
    ['nothing to those who agree', { totals: near }, null],
    ['a second look where judges are far apart', {}, 'open'],
    ['waiting for answers', { state: 'rechecking', waiting: 1 }, null],
    ['waiting for a changed sheet', { state: 'rechecking', isWhole: false }, null],
    ['an end where the look helped', { state: 'rechecking', totals: near }, 'agree'],
    ['an end below arbitration', { state: 'rechecking', totals: [6500, 8500] }, 'agree'],
    ['an extra judge where it did not help', { state: 'rechecking' }, 'call'],
    ['another extra judge when one left', { state: 'arbitrating' }, 'call'],
    ['waiting for the extra judge', { state: 'arbitrating', extra: { total: null } }, null],
    ['the chair where nobody agrees', { state: 'arbitrating', extra: { total: 7250 } }, 'fail'],
    ['waiting for the chair', { state: 'undecided' }, null],
    ['nothing to what is agreed', { state: 'agreed' }, null],
    ['nothing to what is decided', { state: 'decided', extra: { total: 8000 } }, null],
  ] as const)('is %s', (_what, more, act) => {
    expect(nextSpreadStep(facts(more), rules)?.act ?? null).toBe(act);
  });

  it.each(['arbitrating', 'settled', 'undecided'] as const)(
    'is the mean of those who agree with the extra judge, also anew (%s)',
    (state) => {
      const settled = nextSpreadStep(facts({ state, extra: { total: 7501 } }), rules);
      expect(settled).toEqual({ act: 'settle', value: { sum: 16_001, count: 2 } });
    },
  );
});

describe('agreement with the extra judge', () => {
  it.each([
    ['both sides', 8000, [7000, 9000], { sum: 24_000, count: 3 }],
    ['one just out of reach', 8000, [6999, 9000], { sum: 17_000, count: 2 }],
    ['nobody', 8000, [6999, 9001], null],
  ] as const)('counts %s', (_what, extra, totals, value) => {
    expect(agreementWith(extra, totals, 1000)).toEqual(value);
  });
});

describe('the acts of people', () => {
  const now = new Date('2020-08-25T00:00:00Z');
  it.each([
    ['open', 'signed', 1, null],
    ['open', 'signed', 0, 'late'],
    ['open', 'draft', 1, 'sheet-not-signed'],
    ['closed', 'signed', 1, 'round-closed'],
  ] as const)('in a round %s, a sheet %s, %d ms left: %s', (round, sheet, left, code) => {
    const look = { dueAt: new Date(now.getTime() + left) };
    const decision = answerLook({ state: round }, { state: sheet }, look, now);
    expect(decision.ok ? null : decision.code).toBe(code);
  });

  it.each([
    ['undecided', 6000, null],
    ['undecided', 8500, null],
    ['undecided', 5999, 'value-out-of-range'],
    ['undecided', 8501, 'value-out-of-range'],
    ['settled', 7000, 'wrong-state'],
    ['decided', 7000, 'wrong-state'],
  ] as const)('a chair at %s says %d: %s', (state, value, code) => {
    const decision = decideSpread({ state }, [6000, 8500, 7250], value);
    expect(decision.ok ? null : decision.code).toBe(code);
  });
});
