import { Injectable } from '@nestjs/common';
import { Events } from '../../audit/public-api.js';
import { Database } from '../../platform/database/database.js';
import type { Actor, Tx } from '../../platform/database/tx.js';
import { Refused } from '../../platform/refusal/refused.js';
import { BelowData } from '../data/below-data.js';
import { IdentityData } from '../data/identity-data.js';
import {
  type InvitationPlan,
  type Invitee,
  type PlannedInvitation,
  planInvitations,
} from '../rules/invitation-plan.js';

export type Invited = PlannedInvitation & {
  /** Of a one-time link, for a new account alone. */
  readonly token: string | null;
};

/** A unit invites people of the level below it: looked at first, then all of them or none. */
@Injectable()
export class InviteBelow {
  constructor(
    private readonly database: Database,
    private readonly below: BelowData,
    private readonly identity: IdentityData,
    private readonly events: Events,
  ) {}

  preview(actor: Actor, invitees: readonly Invitee[]): Promise<InvitationPlan> {
    return this.database.transaction(actor, (tx) => this.#plan(tx, invitees));
  }

  /**
   * @param showsLinks whether the inviter is handed the links too, besides the letters
   * @throws Refused identity.invitations-wrong with every fault; then nobody was invited
   */
  run(actor: Actor, invitees: readonly Invitee[], showsLinks: boolean): Promise<Invited[]> {
    return this.database.transaction(actor, async (tx) => {
      const { invitations, faults } = await this.#plan(tx, invitees);
      if (faults.length > 0)
        throw new Refused('identity.invitations-wrong', { faults: [...faults] });
      const invited: Invited[] = [];
      for (const planned of invitations) invited.push(await this.#invite(tx, planned, showsLinks));
      return invited;
    });
  }

  async #plan(tx: Tx, invitees: readonly Invitee[]): Promise<InvitationPlan> {
    const places = await this.below.organisations(tx);
    const known = await this.below.known(
      tx,
      invitees.map(({ email }) => email),
    );
    return planInvitations(tx.actor, invitees, places, known);
  }

  async #invite(tx: Tx, planned: PlannedInvitation, showsLinks: boolean): Promise<Invited> {
    const { place, role } = planned;
    const { personId, isNew } = await this.#person(tx, planned);
    await this.identity.grant(tx, { personId, organisationId: place.id, role });
    const token = isNew && showsLinks ? await this.#link(tx, personId) : null;
    return { ...planned, personId, token };
  }

  /** The account of an invitee; one that is made here may be named again in the same list. */
  async #person(
    tx: Tx,
    { name, email, phone: typed, personId }: PlannedInvitation,
  ): Promise<{ personId: string; isNew: boolean }> {
    const phone = typed === '' ? null : typed;
    const known = personId ?? (await this.identity.findByEmail(tx, email))?.id;
    if (known === undefined)
      return {
        personId: await this.identity.createPerson(tx, { name, email, phone }),
        isNew: true,
      };
    if (phone !== null) await this.below.addPhone(tx, known, phone);
    return { personId: known, isNew: false };
  }

  async #link(tx: Tx, personId: string): Promise<string> {
    await this.events.record(tx, 'identity.link-shown', { personId });
    return this.identity.mintLink(tx, personId);
  }
}
