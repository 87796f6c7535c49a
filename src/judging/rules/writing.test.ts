import { describe, expect, it } from 'vitest';
import { actOnSheet, inTime, sheetActions } from './writing.js';

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
    expect(actOnSheet(open, { state }, action, before)).toEqual(decision);
  });

  it.each([
    ['assigned', ['score', 'recuse']],
    ['draft', ['score', 'recuse']],
    ['signed', []],
    ['recused', []],
    ['void', []],
  ] as const)('that is %s offers %j', (state, actions) => {
    expect(sheetActions(open, { state }, before)).toEqual(actions);
    expect(sheetActions(open, { state }, closesAt)).toEqual([]);
  });
});
