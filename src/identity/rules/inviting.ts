import type { OrganisationKind, Role } from './roles.js';

/** Who invites: an officer acting for a unit. */
export type Inviter = { readonly role: string; readonly organisationId: string | null };

export type Place = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly prefectureId: string | null;
  readonly countyId: string | null;
};

/** Which role a unit gives to people of the level below it, by the kind of their organisation. */
const below: Readonly<Partial<Record<string, Readonly<Partial<Record<OrganisationKind, Role>>>>>> =
  {
    'prefecture-officer': { county: 'county-officer', school: 'submitter' },
    'county-officer': { school: 'submitter' },
  };

/** The role that this inviter may give at an organisation; null where it is not below it. */
export function roleBelow({ role, organisationId }: Inviter, place: Place): Role | null {
  if (organisationId === null || place.id === organisationId) return null;
  const above = role === 'county-officer' ? place.countyId : place.prefectureId;
  return above === organisationId ? (below[role]?.[place.kind] ?? null) : null;
}

/** Names of roles in sheets that people fill in. */
export const roleNames: Readonly<Partial<Record<Role, string>>> = {
  'county-officer': '县区联络员',
  submitter: '申报人',
};

export type InvitationFaultCode =
  | 'name-missing'
  | 'name-long'
  | 'bad-email'
  | 'bad-phone'
  | 'unknown-organisation'
  | 'twice'
  | 'person-disabled';

const email = /^[^\s@<>()[\]",;:\\]{1,64}@[^\s@<>()[\]",;:\\]+\.[^\s@.]{2,}$/;
const phone = /^\+?[0-9][0-9 ()-]{3,23}$/;

/** What is wrong with how a person is named and reached. An empty phone is none. */
export function personFaults(person: {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}): InvitationFaultCode[] {
  const length = [...person.name].length;
  return [
    ...(length === 0 ? (['name-missing'] as const) : []),
    ...(length > 60 ? (['name-long'] as const) : []),
    ...(email.test(person.email) && person.email.length <= 254 ? [] : (['bad-email'] as const)),
    ...(person.phone === '' || phone.test(person.phone) ? [] : (['bad-phone'] as const)),
  ];
}

/** What may be done about a person below. A link is only shown for an account that nobody has taken yet. */
export function actsBelow(person: {
  readonly hasSignedIn: boolean;
  readonly isDisabled: boolean;
  /** Whether every role they hold lies below the viewer. */
  readonly isWhollyBelow: boolean;
}): ('show-link' | 'send-link')[] {
  if (person.isDisabled || !person.isWhollyBelow) return [];
  return person.hasSignedIn ? ['send-link'] : ['show-link', 'send-link'];
}
