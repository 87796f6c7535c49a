import type { Actor, Tx } from '../platform/database/tx.js';
import type { OrganisationKind, Role } from './rules/roles.js';

export type OrganisationFacts = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  /** The recommending unit (市州 or 省直) it belongs to; itself for one; null for the province. */
  readonly prefectureId: string | null;
  readonly countyId: string | null;
};

export type PersonFacts = { readonly id: string; readonly name: string; readonly email: string };

/** What other modules may ask of identity. */
export abstract class Identity {
  /** @throws Refused identity.unknown-organisation */
  abstract organisation(tx: Tx, id: string): Promise<OrganisationFacts>;
  /** @throws Refused identity.unknown-organisation, naming the code */
  abstract organisationByCode(tx: Tx, code: string): Promise<OrganisationFacts>;
  /** Those of the codes that exist now, by code. */
  abstract organisationsByCode(
    tx: Tx,
    codes: readonly string[],
  ): Promise<Map<string, OrganisationFacts>>;
  /** Those of the ids that exist, by id. */
  abstract organisations(tx: Tx, ids: readonly string[]): Promise<Map<string, OrganisationFacts>>;
  /** Every 市州 and 省直 in the order of administrative codes. */
  abstract recommendingUnits(tx: Tx): Promise<OrganisationFacts[]>;
  /** How many schools belong to each recommending unit, by its id. */
  abstract schoolCounts(tx: Tx): Promise<Map<string, number>>;
  /** Those of the ids that exist, by id. */
  abstract people(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonFacts>>;
  /** People who now hold the role for any of the organisations. */
  abstract holders(
    tx: Tx,
    role: Role,
    organisationIds: readonly string[],
  ): Promise<{ personId: string; organisationId: string }[]>;
  /** Finds or creates the person of this address and gives the role; tells them if they are new. */
  abstract enrol(
    tx: Tx,
    newcomer: { name: string; email: string; organisationId: string; role: Role },
  ): Promise<{ personId: string }>;
  /** A new single-use sign-in link's token for a person, valid 7 days. Only its hash is stored. */
  abstract mintLink(tx: Tx, personId: string): Promise<string>;
}

/** Somebody who is signed in proves once more that it is they, before an act that cannot be undone. */
export abstract class Passwords {
  /** Opens transactions of its own. @throws Refused identity.wrong-password, identity.too-many-attempts */
  abstract confirm(actor: Actor, password: string): Promise<void>;
}
