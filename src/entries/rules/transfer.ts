import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import type { EntryState } from './entry-states.js';

type Owned = {
  readonly state: EntryState;
  readonly unitId: string;
  readonly prefectureId: string;
  readonly createdBy: string;
};

type Mover = {
  readonly personId: string | null;
  readonly role: string;
  readonly organisationId: string | null;
};

const officers: readonly string[] = ['county-officer', 'prefecture-officer'];

/**
 * Whether somebody may make another person of the unit the owner of an entry: the owner, an officer who
 * acts for the unit or recommends for it, or a colleague once the owner no longer acts for the unit.
 * @param people who may own it: those who write for its unit now
 */
export function transfer(
  entry: Owned,
  mover: Mover,
  people: readonly string[],
  to: string,
): Decision<string, 'wrong-state' | 'not-owner' | 'not-of-unit' | 'owner-already'> {
  if (entry.state === 'withdrawn') return refuse('wrong-state');
  if (!mayTransfer(entry, mover, people)) return refuse('not-owner');
  if (to === entry.createdBy) return refuse('owner-already');
  return people.includes(to) ? allow(to) : refuse('not-of-unit');
}

export function mayTransfer(entry: Owned, mover: Mover, people: readonly string[]): boolean {
  const isOfUnit = mover.organisationId === entry.unitId;
  if (mover.personId === entry.createdBy) return isOfUnit;
  if (officers.includes(mover.role)) return isOfUnit || mover.organisationId === entry.prefectureId;
  return isOfUnit && !people.includes(entry.createdBy);
}
