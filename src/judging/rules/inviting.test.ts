import { describe, expect, it } from 'vitest';
import { mayDeclare, recuse } from './declaring.js';
import { invitationActions, mayInvite } from './inviting.js';

describe('an invitation', () => {
  it.each([
    ['draft', false],
    ['collecting', true],
    ['checking', true],
    ['judging', true],
    ['tallied', false],
    ['announced', false],
  ])('to a programme in state %s is possible: %s', (state, possible) => {
    expect(mayInvite(state).ok).toBe(possible);
  });

  it.each([
    ['invited', 'checking', ['accept', 'decline']],
    ['accepted', 'checking', ['withdraw']],
    ['accepted', 'judging', ['withdraw', 'declare']],
    ['declined', 'judging', []],
    ['withdrawn', 'judging', []],
    ['accepted', 'tallied', []],
  ] as const)('that is %s while %s offers %j', (state, programme, actions) => {
    expect(invitationActions(state, programme)).toEqual(actions);
  });
});

describe('a recusal', () => {
  it.each([
    ['accepted', 'judging', { ok: true, value: true }],
    ['accepted', 'checking', { ok: false, code: 'wrong-state' }],
    ['invited', 'judging', { ok: false, code: 'judge-not-available' }],
    ['withdrawn', 'judging', { ok: false, code: 'judge-not-available' }],
  ] as const)('by a judge who is %s while %s', (state, programme, decision) => {
    expect(mayDeclare(state, programme)).toEqual(decision);
  });

  it.each([
    ['assigned', { ok: true, value: 'recused' }],
    ['draft', { ok: true, value: 'recused' }],
    ['recused', { ok: true, value: 'recused' }],
    ['void', { ok: true, value: 'void' }],
    ['signed', { ok: false, code: 'sheet-signed' }],
  ] as const)('makes a sheet that is %s', (state, decision) => {
    expect(recuse(state)).toEqual(decision);
  });
});
