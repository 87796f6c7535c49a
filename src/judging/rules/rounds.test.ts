import { describe, expect, it } from 'vitest';
import { prepareRound } from './preparing.js';
import { closeRound, extendRound, gapsIn, lengthen, openRound, type Panel } from './rounds.js';

const window = {
  opensAt: new Date('2020-08-20T01:00:00.000Z'),
  closesAt: new Date('2020-09-01T09:00:00.000Z'),
};
const noon = new Date('2020-08-25T04:00:00.000Z');
const panel = (part: Partial<Panel> = {}): Panel => ({
  entryId: 'a',
  live: 3,
  signed: 3,
  unsound: 0,
  asked: 0,
  ...part,
});
const assigned = { state: 'assigned', perEntry: 3 } as const;
const open = { state: 'open', perEntry: 3 } as const;

describe('a round', () => {
  it('is the first when the checking ends, and one more when the last is closed', () => {
    expect(prepareRound('checking', [], 0)).toEqual({
      ok: true,
      value: { position: 1, isFirst: true },
    });
    expect(prepareRound('judging', [{ state: 'closed' }], 0)).toEqual({
      ok: true,
      value: { position: 2, isFirst: false },
    });
  });

  it.each([
    ['another one runs', 'judging', [{ state: 'preparing' }], 'round-exists'],
    ['units still submit', 'collecting', [], 'wrong-state'],
    ['the result is counted', 'tallied', [{ state: 'closed' }], 'wrong-state'],
  ] as const)('is not prepared when %s', (_when, state, rounds, code) => {
    expect(prepareRound(state, rounds, 0)).toEqual({ ok: false, code });
  });

  it('is not prepared while the formal check has entries left', () => {
    expect(prepareRound('checking', [], 1)).toEqual({ ok: false, code: 'entries-undecided' });
  });

  it.each([
    ['at the first instant of the window', window.opensAt],
    ['inside the window', noon],
  ])('opens %s', (_when, now) => {
    expect(openRound(assigned, [panel()], window, now)).toEqual({ ok: true, value: 'open' });
  });

  it.each([
    ['before the window', assigned, [panel()], new Date(0), 'window-not-open'],
    ['at its end', assigned, [panel()], window.closesAt, 'window-closed'],
    ['with a judge lacking', assigned, [panel({ live: 2 })], noon, 'assignment-incomplete'],
    ['with a conflict', assigned, [panel({ unsound: 1 })], noon, 'assignment-incomplete'],
    ['with an undecided one', assigned, [panel({ asked: 1 })], noon, 'conflicts-proposed'],
    ['twice', open, [panel()], noon, 'wrong-state'],
    ['unassigned', { ...assigned, state: 'preparing' as const }, [], noon, 'wrong-state'],
  ])('does not open %s', (_when, round, panels, now, code) => {
    expect(openRound(round, panels, window, now)).toEqual({ ok: false, code });
  });

  it('opens after the window when its end is put off', () => {
    const until = new Date('2020-09-05T09:00:00.000Z');
    const longer = lengthen(window, until);
    expect(longer).toEqual({ ok: true, value: { opensAt: window.opensAt, closesAt: until } });
    const late = new Date('2020-09-02T09:00:00.000Z');
    expect(longer.ok && openRound(assigned, [panel()], longer.value, late).ok).toBe(true);
    expect(lengthen(window, window.closesAt)).toEqual({ ok: false, code: 'extension-not-later' });
  });

  it('closes when every entry has its signed sheets, also with judges unfinished', () => {
    expect(closeRound(open, [panel({ live: 4 })])).toEqual({ ok: true, value: 'closed' });
  });

  it('does not close while an entry lacks one, and names what is lacking', () => {
    const panels = [panel(), panel({ entryId: 'b', signed: 1 })];
    expect(closeRound(open, panels)).toEqual({ ok: false, code: 'entries-lack-sheets' });
    expect(gapsIn(panels, 3)).toEqual([{ entryId: 'b', lacks: 2 }]);
    expect(closeRound(assigned, [panel()])).toEqual({ ok: false, code: 'wrong-state' });
  });

  it.each([
    ['after its end', 'open', '2020-09-03T09:00:00.000Z', true],
    ['to its own end', 'open', '2020-09-01T09:00:00.000Z', 'extension-not-later'],
    ['into the past', 'open', '2020-08-24T09:00:00.000Z', 'extension-not-later'],
    ['once closed', 'closed', '2020-09-03T09:00:00.000Z', 'wrong-state'],
  ] as const)('is extended %s', (_when, state, until, outcome) => {
    const decision = extendRound({ state, closesAt: window.closesAt }, new Date(until), noon);
    expect(decision.ok || decision.code).toBe(outcome);
  });
});
