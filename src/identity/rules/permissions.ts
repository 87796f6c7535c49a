import type { Role } from './roles.js';

/** Needs nothing / needs any session. */
export const openPermissions = ['public', 'signed-in'] as const;

/**
 * Who may do what: the whole matrix. A permission opens a kind of act; which rows it reaches is
 * decided by the actor's organisation in SQL and by row-level security.
 */
export const permissionsByRole: Readonly<Record<Role, readonly string[]>> = {
  'system-admin': ['identity.manage-people', 'identity.manage-organisations', 'identity.read'],
  'security-admin': ['identity.grant-roles', 'identity.read'],
  'audit-admin': ['audit.read'],
  'programme-admin': [
    'programmes.manage',
    'programmes.read',
    'programmes.read-changes',
    'entries.check',
    'entries.read',
    'judging.manage',
    'judging.read-spreads',
    'judging.read-unlocks',
    'tally.read',
    'tally.verify',
    'announcement.manage',
    'reporting.read',
    'identity.read',
  ],
  supervisor: [
    'programmes.read',
    'programmes.read-changes',
    'entries.read',
    'judging.read-spreads',
    'judging.read-unlocks',
    'tally.read',
    'reporting.read',
    'audit.read',
  ],
  'prefecture-officer': [
    'programmes.read',
    'entries.read',
    'entries.write',
    'entries.endorse',
    'identity.invite-below',
  ],
  'county-officer': ['programmes.read', 'entries.read', 'entries.write', 'identity.invite-below'],
  submitter: ['programmes.read', 'entries.read', 'entries.write'],
  judge: ['judging.score'],
};

export const permissionsOf = (role: string): readonly string[] =>
  permissionsByRole[role as Role] ?? [];

export const may = (role: string, permission: string): boolean =>
  permission === 'public' || permission === 'signed-in' || permissionsOf(role).includes(permission);

export const knownPermissions: ReadonlySet<string> = new Set([
  ...openPermissions,
  ...Object.values(permissionsByRole).flat(),
]);
