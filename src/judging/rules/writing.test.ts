import { describe, expect, it } from 'vitest';
import { actOnSheet, inTime, markSheet, sheetActions } from './writing.js';

const closesAt = new Date('2020-09-01T09:00:00.000Z');
const before = new Date('2020-09-01T08:59:59.999Z');
const open = { state: 'open', closesAt } as const;

describe('judging', () => {
  it.each([
    ['is possible to the last instant', open, before, { ok: true, value: true }],
    ['is late at the closing instant', open, closesAt, { ok: false, code: 'late' }],
    [
      'has not begun while a round is assigned',
      { state: 'assigned', closesAt: null } as const,
      before,
      { ok: false, code: 'round-not-open' },
    ],
    [
      'is over once a round is closed',
      { state: 'closed', closesAt } as const,
      before,
      { ok: false, code: 'round-closed' },
    ],
  ])('%s', (_what, round, now, decision) => {
    expect(inTime(round, now)).toEqual(decision);
  });
});

describe('a sheet', () => {
  it.each([
    ['assigned', 'write', { ok: true, value: 'draft' }],
    ['draft', 'write', { ok: true, value: 'draft' }],
    ['draft', 'sign', { ok: true, value: 'signed' }],
    ['assigned', 'sign', { ok: false, code: 'sheet-closed' }],
    ['draft', 'recuse', { ok: true, value: 'recused' }],
    ['signed', 'write', { ok: false, code: 'sheet-signed' }],
    ['signed', 'recuse', { ok: false, code: 'sheet-signed' }],
    ['signed', 'void', { ok: false, code: 'sheet-signed' }],
    ['recused', 'write', { ok: false, code: 'sheet-closed' }],
    ['void', 'write', { ok: false, code: 'sheet-closed' }],
  ] as const)('that is %s answers %s', (state, action, decision) => {
    expect(actOnSheet(open, { state, dueAt: null }, action, before)).toEqual(decision);
  });

  it.each([
    ['assigned', ['mark', 'score', 'recuse']],
    ['draft', ['mark', 'score', 'recuse']],
    ['signed', ['mark']],
    ['recused', []],
    ['void', []],
  ] as const)('that is %s offers %j', (state, actions) => {
    expect(sheetActions(open, { state, dueAt: null }, before)).toEqual(actions);
    expect(sheetActions(open, { state, dueAt: null }, closesAt)).toEqual([]);
  });

  it('may be written until its own due time where that is later', () => {
    const later = new Date('2020-09-02T09:00:00.000Z');
    const at = (dueAt: Date | null, now: Date) => inTime(open, now, dueAt).ok;
    expect(at(later, closesAt)).toBe(true);
    expect(at(later, later)).toBe(false);
    expect(at(before, before)).toBe(true);
    expect(at(before, closesAt)).toBe(false);
    expect(actOnSheet(open, { state: 'draft', dueAt: later }, 'sign', closesAt).ok).toBe(true);
  });

  it.each([
    ['assigned', before, { ok: true, value: true }],
    ['signed', before, { ok: true, value: true }],
    ['signed', closesAt, { ok: false, code: 'late' }],
    ['recused', before, { ok: false, code: 'sheet-closed' }],
    ['void', before, { ok: false, code: 'sheet-closed' }],
  ] as const)('that is %s may be marked at %s: %j', (state, now, decision) => {
    expect(markSheet(open, { state, dueAt: null }, now)).toEqual(decision);
  });
});
