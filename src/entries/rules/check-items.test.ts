import { describe, expect, it } from 'vitest';
import { type CheckStanding, markItem, passes, standingOf } from './check-items.js';
import { type EntryState, entryStateNames } from './entry-states.js';

const early = new Date('2020-08-16T00:00Z');
const later = new Date('2020-08-18T00:00Z');
const mark = (verdict: 'fits' | 'fails', at = early) => ({ verdict, at });

describe('an item', () => {
  it.each<
    [string, boolean | null, ReturnType<typeof mark> | undefined, Date | null, CheckStanding]
  >([
    ['stands as the program found', true, undefined, null, 'fits'],
    ['fails as the program found', false, undefined, null, 'fails'],
    ['waits where only people can tell', null, undefined, null, 'open'],
    ['stands as the officer found', null, mark('fits'), null, 'fits'],
    ['stands as the officer found over the program', false, mark('fits'), null, 'fits'],
    ['fails as the officer found over the program', true, mark('fails'), null, 'fails'],
    ['is looked at anew after a correction', null, mark('fails'), later, 'open'],
    ['is found anew by the program after a correction', false, mark('fits'), later, 'fails'],
    ['keeps what was found since the correction', null, mark('fails', later), later, 'fails'],
  ])('%s', (_what, ok, given, correctedAt, expected) => {
    expect(standingOf({ ok }, given, correctedAt)).toBe(expected);
  });
});

describe('a finding', () => {
  const checking = { state: 'checking' };
  it('is written down while the province has the entry', () => {
    const can = entryStateNames.filter(
      (state) => markItem({ state }, checking, { ok: null }, { verdict: 'fits', note: '' }).ok,
    );
    expect(can).toEqual(['recommended', 'rejected']);
  });
  it.each<[string, boolean | null, 'fits' | 'fails', string, string | undefined]>([
    ['that all is well needs no reason', null, 'fits', '', undefined],
    ['that agrees with the program needs none', true, 'fits', '', undefined],
    ['over the program needs one', false, 'fits', ' ', 'mark-needs-note'],
    ['of a fault needs one', null, 'fails', '', 'mark-needs-note'],
    ['of a fault with its reason is taken', true, 'fails', '缺县区盖章页', undefined],
  ])('%s', (_what, ok, verdict, note, code) => {
    const entry: { state: EntryState } = { state: 'recommended' };
    const expected = code === undefined ? { ok: true, value: true } : { ok: false, code };
    expect(markItem(entry, checking, { ok }, { verdict, note })).toEqual(expected);
  });
  it('is not taken before or after the checking', () => {
    const entry: { state: EntryState } = { state: 'recommended' };
    const taken = ['collecting', 'judging'].map((state) =>
      markItem(entry, { state }, { ok: null }, { verdict: 'fits', note: '' }),
    );
    expect(taken).toEqual(taken.map(() => ({ ok: false, code: 'wrong-stage' })));
  });
});

it.each<[string, CheckStanding[], boolean, string | undefined]>([
  ['passes when all fits', ['fits', 'fits'], false, undefined],
  ['does not pass with a fault', ['fits', 'fails'], true, 'check-items-failing'],
  ['does not pass unseen', ['fits', 'open'], false, 'check-items-open'],
  ['passes when the officer confirms the rest', ['fits', 'open'], true, undefined],
])('an entry %s', (_what, standings, confirms, code) => {
  const expected = code === undefined ? { ok: true, value: true } : { ok: false, code };
  expect(passes(standings, confirms)).toEqual(expected);
});
