import { roles } from '../../../src/identity/rules/roles';

/** The i18n key of a role's name. */
export const roleName = (role: string): string =>
  roles.some((known) => known === role) ? `identity.roles.${role}` : 'identity.roles.other';

/** Roles in the order in which the house lists them. */
export const roleOrder = (role: string): number => {
  const place = roles.findIndex((known) => known === role);
  return place < 0 ? roles.length : place;
};
