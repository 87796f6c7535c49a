import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import { may } from './permissions.js';

/** An account in the register of people. */
export type Account = { readonly id: string; readonly disabledAt: Date | null };

/** Who looks or acts. */
export type Viewer = { readonly personId: string | null; readonly role: string };

export type PersonAct = 'send-link' | 'disable' | 'enable';

/** What this viewer may do with an account. Nobody is offered to lock themselves out. */
export function actsOnPerson(account: Account, viewer: Viewer): PersonAct[] {
  if (!may(viewer.role, 'identity.manage-people')) return [];
  if (account.disabledAt !== null) return ['enable'];
  return account.id === viewer.personId ? [] : ['send-link', 'disable'];
}

/** What this viewer may do with a role that the account holds. */
export const actsOnGrant = (account: Account, viewer: Viewer): 'revoke'[] =>
  may(viewer.role, 'identity.grant-roles') && account.id !== viewer.personId ? ['revoke'] : [];

/** @param isSole whether one of the three administrations would be left without anybody */
export function disable(
  account: Account,
  viewer: Viewer,
  isSole: boolean,
): Decision<true, 'own-account' | 'already-so' | 'last-administrator'> {
  if (account.id === viewer.personId) return refuse('own-account');
  if (account.disabledAt !== null) return refuse('already-so');
  return isSole ? refuse('last-administrator') : allow(true);
}

export const enable = (account: Account): Decision<true, 'already-so'> =>
  account.disabledAt === null ? refuse('already-so') : allow(true);

export const sendLink = (account: Account): Decision<true, 'person-disabled'> =>
  account.disabledAt === null ? allow(true) : refuse('person-disabled');

/** @param isSole whether the role is an administration that nobody else holds */
export function revoke(
  grant: { readonly personId: string; readonly revokedAt: Date | null },
  viewer: Viewer,
  isSole: boolean,
): Decision<true, 'own-role' | 'already-so' | 'last-administrator'> {
  if (grant.personId === viewer.personId) return refuse('own-role');
  if (grant.revokedAt !== null) return refuse('already-so');
  return isSole ? refuse('last-administrator') : allow(true);
}
