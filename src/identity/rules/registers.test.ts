import { describe, expect, it } from 'vitest';
import { actsOnGrant, actsOnPerson, disable, enable, revoke, sendLink } from './registers.js';

const noon = new Date('2027-04-30T04:00:00Z');
const open = { id: 'wang', disabledAt: null };
const closed = { id: 'wang', disabledAt: noon };
const system = { personId: 'li', role: 'system-admin' };
const security = { personId: 'zhao', role: 'security-admin' };
const own = { personId: 'wang', role: 'system-admin' };

describe('the acts on an account', () => {
  it.each([
    ['an open account', open, system, ['send-link', 'disable']],
    ['a disabled account', closed, system, ['enable']],
    ['their own account', open, own, []],
    ['an account they may only read', open, security, []],
  ])('are those that fit %s', (_what, account, viewer, acts) => {
    expect(actsOnPerson(account, viewer)).toEqual(acts);
  });

  it.each([
    ['the security administrator', security, ['revoke']],
    ['the system administrator', system, []],
    ['the person themself', { ...security, personId: 'wang' }, []],
  ])('on its roles are those of %s', (_who, viewer, acts) => {
    expect(actsOnGrant(open, viewer)).toEqual(acts);
  });
});

describe('an account', () => {
  it.each([
    ['is one’s own', open, own, false, 'own-account'],
    ['is disabled already', closed, system, false, 'already-so'],
    ['is the last of an administration', open, system, true, 'last-administrator'],
  ])('is not disabled when it %s', (_when, account, viewer, isSole, code) => {
    expect(disable(account, viewer, isSole)).toEqual({ ok: false, code });
  });

  it('is disabled and enabled in turn', () => {
    expect(disable(open, system, false).ok).toBe(true);
    expect(enable(closed).ok).toBe(true);
    expect(enable(open)).toEqual({ ok: false, code: 'already-so' });
  });

  it('is sent a link unless it is disabled', () => {
    expect(sendLink(open).ok).toBe(true);
    expect(sendLink(closed)).toEqual({ ok: false, code: 'person-disabled' });
  });
});

describe('a role', () => {
  const held = { personId: 'wang', revokedAt: null };
  it.each([
    ['is one’s own', held, { ...security, personId: 'wang' }, false, 'own-role'],
    ['has ended already', { ...held, revokedAt: noon }, security, false, 'already-so'],
    ['is the last of an administration', held, security, true, 'last-administrator'],
  ])('is not ended when it %s', (_when, grant, viewer, isSole, code) => {
    expect(revoke(grant, viewer, isSole)).toEqual({ ok: false, code });
  });

  it('is ended by another', () => {
    expect(revoke(held, security, false).ok).toBe(true);
  });
});
