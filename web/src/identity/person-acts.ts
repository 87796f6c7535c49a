import { disablePerson, enablePerson, revokeRole, sendLink } from './queries';
import type { HeldRole, RegisteredPerson } from './queries';

export type PersonAct = 'send-link' | 'disable' | 'enable' | 'revoke';

/** An act that an administrator is about to do; `grant` is the role that `revoke` ends. */
export type AskedAct = {
  readonly act: PersonAct;
  readonly person: RegisteredPerson;
  readonly grant?: HeldRole;
};

/** The acts of the answer that this page knows. */
export const knownActs = (actions: readonly string[]): PersonAct[] =>
  (['send-link', 'disable', 'enable'] as const).filter((act) => actions.includes(act));

export const isDangerous = (act: PersonAct): boolean => act === 'disable' || act === 'revoke';

export function doAct({ act, person, grant }: AskedAct): Promise<unknown> {
  if (act === 'send-link') return sendLink(person.id);
  if (act === 'disable') return disablePerson(person.id);
  if (act === 'enable') return enablePerson(person.id);
  return revokeRole(grant?.id ?? '');
}

/** Where the register shows this person. */
export const rowId = (personId: string): string => `person-${personId}`;
