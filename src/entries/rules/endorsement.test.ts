import { describe, expect, it } from 'vitest';
import { endorse, onList, returnDue, unlockList } from './endorsement.js';
import { type EntryState, entryStateNames } from './entry-states.js';

const at = (text: string): Date => new Date(`2020-${text}Z`);
const stage = {
  state: 'collecting',
  submission: { opensAt: at('07-01T00:00'), closesAt: at('08-01T09:00') },
  recommendation: { opensAt: at('07-15T00:00'), closesAt: at('08-15T09:00') },
};
const noon = at('08-02T12:00');
const { opensAt, closesAt } = stage.recommendation;
const open = { stage, locked: false };
const list = { ...open, places: 3, taken: 2 };

describe('an endorsement', () => {
  it.each<[string, typeof list | (typeof list & { places: null }), Date]>([
    ['the last place', list, noon],
    ['a place as recommending opens', list, opensAt],
    ['a place just before it closes', list, new Date(closesAt.getTime() - 1)],
    ['any place where there are no quotas', { ...list, places: null as never, taken: 99 }, noon],
  ])('takes %s', (_what, places, now) => {
    expect(endorse({ state: 'submitted' }, places, now)).toEqual({ ok: true, value: 'endorsed' });
  });

  it.each<[string, EntryState, typeof list, Date, string]>([
    ['the window has closed', 'submitted', list, closesAt, 'window-closed'],
    ['the window is not open', 'submitted', list, at('07-14T23:59'), 'window-not-open'],
    ['every place is taken', 'submitted', { ...list, taken: 3 }, noon, 'quota-full'],
    ['there is no place at all', 'submitted', { ...list, places: 0, taken: 0 }, noon, 'quota-full'],
    ['the list is locked', 'submitted', { ...list, locked: true }, noon, 'list-locked'],
    ['the entry is a draft', 'draft', list, noon, 'wrong-state'],
    ['it is endorsed already', 'endorsed', list, noon, 'wrong-state'],
    [
      'the judging began',
      'submitted',
      { ...list, stage: { ...stage, state: 'judging' } },
      noon,
      'wrong-stage',
    ],
  ])('is refused when %s', (_when, state, places, now, code) => {
    expect(endorse({ state }, places, now)).toEqual({ ok: false, code });
  });
});

describe('on an open list', () => {
  it.each([
    ['endorse', ['submitted']],
    ['return', ['submitted']],
    ['take-back', ['endorsed']],
    ['prolong', ['returned']],
    ['decline', ['submitted', 'returned']],
    ['reconsider', ['declined']],
    ['recommend', ['endorsed']],
  ] as const)('%s is for %s', (action, states) => {
    const can = entryStateNames.filter((state) => onList({ state }, action, open, noon).ok);
    expect(can).toEqual(states);
  });
});

describe('the time for a correction', () => {
  const closesAt = stage.recommendation.closesAt;
  it.each([
    ['none: as long as the unit recommends', null, true, null],
    ['until the close', closesAt, true, closesAt],
    ['now', noon, false, 'due-passed'],
    ['later than the unit recommends', new Date(+closesAt + 1), false, 'due-after-recommending'],
  ])('%s', (_what, due, ok, outcome) => {
    const decision = returnDue(due, stage, noon);
    expect(decision).toEqual(ok ? { ok, value: outcome } : { ok, code: outcome });
  });
});

describe('a locked list', () => {
  it.each([
    ['opens again before anything was decided', ['recommended', 'recommended'], noon, undefined],
    ['stays after a decision', ['recommended', 'accepted'], noon, 'list-under-check'],
    ['stays while a correction is waited for', ['correcting'], noon, 'list-under-check'],
    ['stays once recommending closed', [], stage.recommendation.closesAt, 'window-closed'],
  ] as const)('%s', (_what, states, now, code) => {
    const decision = unlockList(states, stage, now);
    expect(decision.ok ? undefined : decision.code).toBe(code);
  });
});
