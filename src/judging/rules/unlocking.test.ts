import { describe, expect, it } from 'vitest';
import {
  decideUnlock,
  dueAnew,
  requestUnlock,
  unlockActions,
  type UnlockState,
} from './unlocking.js';

const asked = new Date('2020-08-21T01:00:00Z');
const later = (hours: number): Date => new Date(asked.getTime() + hours * 3_600_000);
const allowed = { ok: true, value: true };
const refused = (code: string) => ({ ok: false, code });

describe('the unlocking of a sheet', () => {
  it.each([
    ['open', 'signed', allowed],
    ['open', 'draft', refused('sheet-not-signed')],
    ['open', 'void', refused('sheet-not-signed')],
    ['assigned', 'signed', refused('round-not-open')],
    ['closed', 'signed', refused('round-closed')],
  ] as const)('in a round that is %s, of a sheet that is %s', (round, sheet, decision) => {
    expect(requestUnlock({ state: round }, { state: sheet })).toEqual(decision);
  });

  const request = (state: UnlockState = 'requested') => ({
    ...{ state, requestedBy: 'one', requestedAt: asked },
  });

  it.each([
    ['another person at once', 'confirm', 'two', later(0), { ok: true, value: 'confirmed' }],
    ['the same person', 'confirm', 'one', later(1), refused('same-person')],
    ['nobody', 'confirm', null, later(1), refused('same-person')],
    ['another person a day later', 'confirm', 'two', later(24), refused('unlock-expired')],
    ['the same person', 'dismiss', 'one', later(48), { ok: true, value: 'dismissed' }],
  ] as const)('by %s is decided: %s', (_who, action, person, now, decision) => {
    expect(decideUnlock(request(), action, person, now)).toEqual(decision);
  });

  it('is decided once', () => {
    for (const state of ['confirmed', 'dismissed'] as const)
      for (const action of unlockActions)
        expect(decideUnlock(request(state), action, 'two', asked)).toEqual(refused('wrong-state'));
  });

  it.each([
    ['the round ends sooner', later(3), later(48)],
    ['the round ends later', later(72), later(72)],
    ['the round has no end', null, later(48)],
  ])('gives two days at least when %s', (_when, closesAt, due) => {
    expect(dueAnew({ closesAt }, asked)).toEqual(due);
  });
});
