import { describe, expect, it } from 'vitest';
import { sheetFaults } from './sheet-faults.js';
import type { Sheet, TallyEntry } from './tally-shapes.js';

const criteria = [
  { key: 'fusion', max: 2500 },
  { key: 'effect', max: 2000 },
];
const sheet = (judge: string, scores: Record<string, number>): Sheet => ({ judge, scores });
const sound = sheet('j1', { fusion: 0, effect: 2000 });
const entry = (...sheets: Sheet[]): TallyEntry => ({ entry: 'e', rankInUnit: 1, sheets });

describe('the faults of sheets', () => {
  it('are none when every criterion has a score from 0 to its maximum', () => {
    expect(sheetFaults([entry(sound)], criteria)).toEqual([]);
  });

  it.each([
    ['criterion-missing', { fusion: 1 }],
    ['criterion-missing', { fusion: 1, toString: 1 }],
    ['criterion-unknown', { fusion: 1, effect: 1, charm: 1 }],
    ['score-out-of-range', { fusion: 2501, effect: 1 }],
    ['score-out-of-range', { fusion: -1, effect: 1 }],
    ['score-out-of-range', { fusion: 0.5, effect: 1 }],
    ['score-out-of-range', { fusion: NaN, effect: 1 }],
  ])('are named: %s in %o', (fault, scores) => {
    expect(sheetFaults([entry(sound, sheet('j2', scores))], criteria)).toEqual([
      { entry: 'e', judge: 'j2', fault },
    ]);
  });

  it('are both sheets of a judge who has two', () => {
    expect(sheetFaults([entry(sound, { ...sound })], criteria)).toEqual([
      { entry: 'e', judge: 'j1', fault: 'judge-twice' },
      { entry: 'e', judge: 'j1', fault: 'judge-twice' },
    ]);
  });

  it('are an entry without sheets and the second of two alike', () => {
    expect(sheetFaults([entry(sound), entry()], criteria)).toEqual([
      { entry: 'e', judge: null, fault: 'entry-twice' },
      { entry: 'e', judge: null, fault: 'no-sheets' },
    ]);
  });
});
