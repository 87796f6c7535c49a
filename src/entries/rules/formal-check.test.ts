import { describe, expect, it } from 'vitest';
import { type EntryState, entryStateNames } from './entry-states.js';
import { type CheckDecision, correctionDue, decideCheck } from './formal-check.js';

const now = new Date('2020-08-16T00:00Z');
const due = new Date('2020-08-18T09:00Z');
const entryIn = (state: EntryState) => ({
  state,
  correctionDueAt: state === 'correcting' ? due : null,
});

describe('while the checking lasts', () => {
  const can = (action: CheckDecision, at = now, state = 'checking'): EntryState[] =>
    entryStateNames.filter((name) => decideCheck(entryIn(name), action, { state }, at).ok);
  it('a decision may be taken and corrected', () => {
    expect(can('accept')).toEqual(['recommended', 'rejected']);
    expect(can('reject')).toEqual(['recommended', 'accepted']);
    expect(can('ask')).toEqual(['recommended']);
    expect(can('recall')).toEqual(['correcting']);
  });
  it('nobody is rejected in the time that was given', () => {
    expect(decideCheck(entryIn('correcting'), 'reject', { state: 'checking' }, now)).toEqual({
      ok: false,
      code: 'correction-running',
    });
    expect(can('reject', due)).toEqual(['recommended', 'correcting', 'accepted']);
  });
  it.each(['collecting', 'judging', 'announced'])('and not while %s', (state) => {
    expect(can('accept', now, state)).toEqual([]);
  });
});

it.each([
  ['is still to come', due, now, undefined],
  ['is not now', now, now, 'due-passed'],
  ['is before the judging', new Date('2020-08-20T01:00:01Z'), now, 'due-after-judging'],
  [
    'may be later when the judging should have begun',
    new Date('2020-09-01'),
    new Date('2020-08-21'),
    undefined,
  ],
])('the time for a correction %s', (_what, until, at, code) => {
  const judging = { opensAt: new Date('2020-08-20T01:00Z') };
  const expected = code === undefined ? { ok: true, value: until } : { ok: false, code };
  expect(correctionDue(until, judging, at)).toEqual(expected);
});
