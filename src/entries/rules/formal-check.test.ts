import { describe, expect, it } from 'vitest';
import { type EntryState, entryStateNames } from './entry-states.js';
import { type Checked, decideCheck, formalCheck } from './formal-check.js';

const closesAt = new Date('2020-08-15T09:00Z');
const sound: Checked = {
  shortcomings: [],
  unreadyFiles: [],
  rank: 1,
  submittedAt: new Date('2020-07-20T00:00Z'),
  closesAt,
  places: 3,
  taken: 3,
  leaks: 0,
  likeness: 149,
};
const tooLong = { where: 'a', code: 'too-long', params: { words: 9, max: 8 } } as const;
const missing = { where: 'b', code: 'missing', params: {} } as const;
const failing = (entry: Partial<Checked>) =>
  formalCheck({ ...sound, ...entry })
    .filter(({ ok }) => !ok)
    .map(({ code, reasons }) => [code, reasons]);

describe('the formal check', () => {
  it('finds nothing against a sound entry', () => {
    expect(failing({})).toEqual([]);
    expect(failing({ places: null, taken: 99 })).toEqual([]);
    expect(failing({ leaks: null })).toEqual([]);
  });
  it.each<[string, Partial<Checked>, unknown]>([
    ['a missing part', { shortcomings: [missing] }, [['complete', [missing]]]],
    ['a text over its limit', { shortcomings: [tooLong] }, [['words', [tooLong]]]],
    [
      'a file that is not ready',
      { unreadyFiles: ['photo'] },
      [['files', [{ where: 'photo', code: 'bad-value', params: {} }]]],
    ],
    ['no rank', { rank: null }, [['rank', []]]],
    ['what came when it closed', { submittedAt: closesAt }, [['in-time', []]]],
    ['a name that judges would read', { leaks: 2 }, [['anonymity', []]]],
    ['a text that stands elsewhere too', { likeness: 150 }, [['likeness', []]]],
    ['a list over its places', { taken: 4 }, [['quota', []]]],
  ])('tells %s', (_what, entry, expected) => {
    expect(failing(entry)).toEqual(expected);
  });
});

describe('while the checking lasts', () => {
  const can = (action: 'accept' | 'reject', state = 'checking'): EntryState[] =>
    entryStateNames.filter((name) => decideCheck({ state: name }, action, { state }).ok);
  it('a decision may be taken and corrected', () => {
    expect(can('accept')).toEqual(['recommended', 'rejected']);
    expect(can('reject')).toEqual(['recommended', 'accepted']);
  });
  it.each(['collecting', 'judging', 'announced'])('and not while %s', (state) => {
    expect(can('accept', state)).toEqual([]);
  });
});
