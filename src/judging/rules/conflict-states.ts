import { type Decision, refuse, type StateTable, step } from '../../platform/pure/decision.js';
import {
  type ComputedKind,
  computedKinds,
  type ConflictKind,
  type ConflictSource,
  type ConflictState,
} from './conflict-kinds.js';
import type { RecusalPolicy } from './recusal.js';

export const conflictActions = ['confirm', 'dismiss', 'pin'] as const;
export type ConflictAction = (typeof conflictActions)[number];

/** A pinned conflict is settled for good. */
export const conflictStates: StateTable<ConflictState, ConflictAction> = {
  proposed: { confirm: 'confirmed', dismiss: 'dismissed' },
  confirmed: { dismiss: 'dismissed', pin: 'pinned' },
  dismissed: { confirm: 'confirmed' },
  pinned: {},
};

type DecidedConflict = {
  readonly kind: ConflictKind;
  readonly source: ConflictSource;
  readonly state: ConflictState;
};

/** A pair with a conflict in such a state must be parted. A proposal only keeps it from being formed. */
export const bindingStates: readonly ConflictState[] = ['confirmed', 'pinned'];

export const isBinding = (state: ConflictState): boolean => bindingStates.includes(state);

/**
 * What an administrator makes of a conflict. A judge's own word stands, and so does what the rules forbid;
 * what others said, what is only asked, and what the rules merely warn of may be dismissed.
 */
export function decideConflict(
  conflict: DecidedConflict,
  action: ConflictAction,
  policy: RecusalPolicy,
): Decision<ConflictState, 'wrong-state' | 'conflict-binds'> {
  const next = step(conflictStates, conflict.state, action);
  if (!next.ok || action !== 'dismiss' || conflict.state === 'proposed') return next;
  return stands(conflict, policy) ? refuse('conflict-binds') : next;
}

function stands({ kind, source }: DecidedConflict, policy: RecusalPolicy): boolean {
  if (source === 'declared') return true;
  return source === 'computed' && isComputed(kind) && policy[kind] === 'forbid';
}

const isComputed = (kind: ConflictKind): kind is ComputedKind =>
  (computedKinds as readonly string[]).includes(kind);

/** The decisions that are open to an administrator. */
export const decisionsOn = (conflict: DecidedConflict, policy: RecusalPolicy): ConflictAction[] =>
  conflictActions.filter((action) => decideConflict(conflict, action, policy).ok);
