import {
  type InvitationFaultCode,
  type Inviter,
  personFaults,
  type Place,
  roleBelow,
} from './inviting.js';
import type { Role } from './roles.js';

/** Somebody to be invited, as a page or a row of a sheet names them. */
export type Invitee = {
  /** In the sheet, from 1; the place in the list otherwise. */
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** An organisation's code or its full name. */
  readonly organisation: string;
};

export type NamedPlace = Place & { readonly code: string; readonly name: string };

/** Who has an account already. */
export type KnownPerson = {
  readonly id: string;
  readonly email: string;
  readonly isDisabled: boolean;
  readonly grants: readonly { readonly role: Role; readonly organisationId: string }[];
};

/** What becomes of an invitee: a new account, one more role for a known one, or nothing new. */
export type InvitationStanding = 'new' | 'known' | 'held';

export type PlannedInvitation = Invitee & {
  readonly place: NamedPlace;
  readonly role: Role;
  readonly standing: InvitationStanding;
  readonly personId: string | null;
};

export type InvitationFault = {
  readonly row: number;
  readonly column: 'name' | 'email' | 'phone' | 'organisation';
  readonly code: InvitationFaultCode;
  /** The cell, its beginning. */
  readonly text: string;
};

export type InvitationPlan = {
  readonly invitations: readonly PlannedInvitation[];
  readonly faults: readonly InvitationFault[];
};

const columnOf: Readonly<Record<InvitationFaultCode, InvitationFault['column']>> = {
  'name-missing': 'name',
  'name-long': 'name',
  'bad-email': 'email',
  'bad-phone': 'phone',
  'unknown-organisation': 'organisation',
  twice: 'email',
  'person-disabled': 'email',
};

/**
 * What inviting these people would do, and everything that is wrong with it.
 * @param places what stands below the inviter @param known accounts with the invitees' addresses
 */
export function planInvitations(
  inviter: Inviter,
  invitees: readonly Invitee[],
  places: readonly NamedPlace[],
  known: readonly KnownPerson[],
): InvitationPlan {
  const placeOf = byCodeOrName(places);
  const personOf = new Map(known.map((person) => [person.email.toLowerCase(), person]));
  const seen = new Set<string>();
  const invitations: PlannedInvitation[] = [];
  const faults: InvitationFault[] = [];
  for (const invitee of invitees) {
    const place = placeOf.get(invitee.organisation);
    const address = invitee.email.toLowerCase();
    const key = `${address} ${place?.id}`;
    const planned = planOne(inviter, invitee, place, personOf.get(address));
    const own = [...planned.faults, ...(seen.has(key) ? (['twice'] as const) : [])];
    seen.add(key);
    faults.push(...own.map((code) => faultOf(invitee, code)));
    if (own.length === 0 && planned.invitation) invitations.push(planned.invitation);
  }
  return { invitations, faults };
}

/** A name that two organisations have means neither: then only the code does. */
function byCodeOrName(places: readonly NamedPlace[]): ReadonlyMap<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  const ambiguous = new Set<string>();
  for (const place of places) {
    if (found.has(place.name)) ambiguous.add(place.name);
    found.set(place.name, place);
  }
  for (const name of ambiguous) found.delete(name);
  for (const place of places) found.set(place.code, place);
  return found;
}

function planOne(
  inviter: Inviter,
  invitee: Invitee,
  place: NamedPlace | undefined,
  person: KnownPerson | undefined,
): { faults: InvitationFaultCode[]; invitation?: PlannedInvitation } {
  const role = place ? roleBelow(inviter, place) : null;
  const faults: InvitationFaultCode[] = [
    ...personFaults(invitee),
    ...(person?.isDisabled ? (['person-disabled'] as const) : []),
  ];
  if (place === undefined || role === null) return { faults: [...faults, 'unknown-organisation'] };
  const standing = standingOf(person, role, place);
  return {
    faults,
    invitation: { ...invitee, place, role, standing, personId: person?.id ?? null },
  };
}

function standingOf(
  person: KnownPerson | undefined,
  role: Role,
  { id }: NamedPlace,
): InvitationStanding {
  if (person === undefined) return 'new';
  const holds = person.grants.some((held) => held.role === role && held.organisationId === id);
  return holds ? 'held' : 'known';
}

function faultOf(invitee: Invitee, code: InvitationFaultCode): InvitationFault {
  const column = columnOf[code];
  return { row: invitee.row, column, code, text: [...invitee[column]].slice(0, 40).join('') };
}
