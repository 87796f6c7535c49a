import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  change,
  changeFaults,
  decideChange,
  differences,
  isCurrent,
  movedWindows,
  type OpenRules,
  rulesIn,
  storedRules,
} from './rule-change.js';

const span = (opens: string, closes: string) => ({
  opensAt: new Date(opens),
  closesAt: new Date(closes),
});
const rules: OpenRules = {
  name: '精品案例遴选',
  windows: {
    submission: span('2020-07-01', '2020-08-01'),
    recommendation: span('2020-07-05', '2020-08-15'),
    judging: span('2020-08-20', '2020-09-01'),
  },
  publicity: { amount: 5, unit: 'workday', countFirstDay: false, preReview: false },
};
const moved = (part: Partial<OpenRules['windows']>): OpenRules => ({
  ...rules,
  windows: { ...rules.windows, ...part },
});
const at = (instant: string): Date => new Date(instant);
const codeOf = (...given: Parameters<typeof change>): string => {
  const decision = change(...given);
  return decision.ok ? 'allowed' : decision.code;
};

describe('a change of open rules', () => {
  const laterSubmission = moved({ submission: span('2020-07-01', '2020-08-03') });
  const laterJudging = moved({ judging: span('2020-08-20', '2020-09-09') });
  it.each([
    ['a later end', 'collecting', laterSubmission, at('2020-07-10'), 'allowed'],
    ['a later end of what has ended', 'collecting', laterSubmission, at('2020-08-02'), 'allowed'],
    ['an end that is now', 'collecting', laterSubmission, at('2020-08-03'), 'change-too-late'],
    [
      'an end after the check began',
      'checking',
      laterSubmission,
      at('2020-07-10'),
      'change-too-late',
    ],
    ['a later judging while it goes on', 'judging', laterJudging, at('2020-08-31'), 'allowed'],
    ['a judging that is over', 'judging', laterJudging, at('2020-09-01'), 'change-too-late'],
    ['a judging that was tallied', 'tallied', laterJudging, at('2020-08-31'), 'change-too-late'],
    [
      'a beginning that has begun',
      'collecting',
      moved({ submission: span('2020-07-02', '2020-08-01') }),
      at('2020-07-01'),
      'change-too-late',
    ],
    [
      'a beginning to come',
      'collecting',
      moved({ recommendation: span('2020-07-06', '2020-08-15') }),
      at('2020-07-04'),
      'allowed',
    ],
    [
      'a calendar out of order',
      'collecting',
      moved({ recommendation: span('2020-07-05', '2020-08-21') }),
      at('2020-07-10'),
      'windows-disordered',
    ],
    ['another name', 'verified', { ...rules, name: '改名' }, at('2020-09-10'), 'allowed'],
    [
      'another name once announced',
      'notice',
      { ...rules, name: '改名' },
      at('2020-09-10'),
      'wrong-state',
    ],
    ['nothing', 'collecting', rules, at('2020-07-10'), 'nothing-changed'],
    ['a draft', 'draft', laterSubmission, at('2020-07-10'), 'wrong-state'],
  ] as const)('%s, while %s', (_what, state, after, now, code) => {
    expect(codeOf(state, rules, after, now)).toBe(code);
  });

  it('says what comes too late, where', () => {
    const after = moved({ submission: span('2020-07-02', '2020-07-03') });
    expect(changeFaults('collecting', rules, after, at('2020-07-10'))).toEqual([
      { path: '/windows/submission/opensAt', code: 'begun-already' },
      { path: '/windows/submission/closesAt', code: 'in-the-past' },
    ]);
  });

  it('never lets an end that is past or present be set', () => {
    const day = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(day, day, (end, today) => {
        const instant = (days: number) => new Date(Date.UTC(2020, 5, 1 + days));
        const submission = { ...rules.windows.submission, closesAt: instant(end) };
        const decision = change('collecting', rules, moved({ submission }), instant(today));
        return !decision.ok || end > today;
      }),
    );
  });
});

describe('what differs', () => {
  it('is told by its place, with both values', () => {
    const after: OpenRules = {
      ...moved({ judging: span('2020-08-20', '2020-09-02') }),
      publicity: { ...rules.publicity, amount: 7 },
    };
    expect(differences(storedRules(rules), storedRules(after))).toEqual([
      {
        path: 'windows.judging.closesAt',
        before: '2020-09-01T00:00:00.000Z',
        after: '2020-09-02T00:00:00.000Z',
      },
      { path: 'publicity.amount', before: '5', after: '7' },
    ]);
    expect(movedWindows(storedRules(rules), storedRules(after))).toEqual(['judging']);
  });

  it('is nothing after the rules were stored and read again', () => {
    const again = storedRules(rulesIn(storedRules(rules)));
    expect(differences(storedRules(rules), again)).toEqual([]);
  });
});

describe('a proposal', () => {
  const proposal = {
    state: 'proposed',
    proposedBy: 'a',
    baseRevision: 1,
    baseFingerprint: 'f',
  } as const;
  it.each([
    ['confirm', 'b', 'confirmed'],
    ['confirm', 'a', 'second-person-needed'],
    ['reject', 'b', 'rejected'],
    ['reject', 'a', 'second-person-needed'],
    ['take-back', 'a', 'taken-back'],
    ['take-back', 'b', 'not-proposer'],
  ] as const)('%s by %s', (action, person, outcome) => {
    const decision = decideChange(proposal, action, person);
    expect(decision.ok ? decision.value : decision.code).toBe(outcome);
    for (const state of ['confirmed', 'rejected', 'taken-back'] as const)
      expect(decideChange({ ...proposal, state }, action, person)).toEqual({
        ok: false,
        code: 'change-decided',
      });
  });

  it('is never confirmed by whoever made it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (proposedBy, personId) => {
        const decision = decideChange({ ...proposal, proposedBy }, 'confirm', personId);
        return decision.ok === (proposedBy !== personId);
      }),
    );
  });

  it('is outdated when the revision or the fingerprint is another', () => {
    const now = { rulesRevision: 1, rulesFingerprint: 'f' };
    expect([
      isCurrent(proposal, now),
      isCurrent(proposal, { ...now, rulesRevision: 2 }),
      isCurrent(proposal, { ...now, rulesFingerprint: 'g' }),
    ]).toEqual([true, false, false]);
  });
});
