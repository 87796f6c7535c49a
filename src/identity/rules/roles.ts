export const roles = [
  'system-admin',
  'security-admin',
  'audit-admin',
  'programme-admin',
  'supervisor',
  'prefecture-officer',
  'county-officer',
  'submitter',
  'judge',
] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = [
  'province',
  'province-direct',
  'prefecture',
  'county',
  'school',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Which kinds of organisation a role may be held for. */
const heldAt: Readonly<Record<Role, readonly OrganisationKind[]>> = {
  'system-admin': ['province'],
  'security-admin': ['province'],
  'audit-admin': ['province'],
  'programme-admin': ['province'],
  supervisor: ['province'],
  'prefecture-officer': ['prefecture', 'province-direct'],
  'county-officer': ['county'],
  submitter: ['school', 'county', 'prefecture', 'province-direct'],
  judge: organisationKinds,
};

export const mayBeHeldAt = (role: Role, kind: OrganisationKind): boolean =>
  heldAt[role].includes(kind);

/** The three administrations 三员 that no one person may combine (等保 三级). */
export const separateAdministrations: readonly Role[] = [
  'system-admin',
  'security-admin',
  'audit-admin',
];
