import type { EntityManager } from 'typeorm';

/** Who acts: a person in one role for one organisation, or the system itself. */
export type Actor = {
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly role: string;
};

/** The actor of jobs and of first installation. */
export const systemActor: Actor = { personId: null, organisationId: null, role: 'system' };

/** One transaction, opened for one actor. Row-level security sees the same actor. */
export type Tx = {
  readonly manager: EntityManager;
  readonly actor: Actor;
  /** The database's clock when the transaction began; every rule of this use case sees this instant. */
  readonly now: Date;
};
