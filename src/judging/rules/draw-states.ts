import { allow, type Decision, refuse, type StateTable } from '../../platform/pure/decision.js';
import type { SigningPart } from './draw-record.js';

export type DrawState = 'draft' | 'committed' | 'drawn' | 'signed' | 'inviting' | 'aborted';
export type DrawAction = 'change' | 'commit' | 'number' | 'sign' | 'invite' | 'abort';

/** Nothing is given up once both have signed, and nothing leads out of what was given up. */
export const drawStates: StateTable<DrawState, DrawAction> = {
  draft: { change: 'draft', commit: 'committed', abort: 'aborted' },
  committed: { number: 'drawn', abort: 'aborted' },
  drawn: { sign: 'signed', abort: 'aborted' },
  signed: { invite: 'inviting' },
  inviting: { invite: 'inviting' },
  aborted: {},
};

export type Witnessed = {
  readonly state: DrawState;
  readonly committedBy: string | null;
  readonly numberedBy: string | null;
  /** The parts that have signed. */
  readonly signed: readonly SigningPart[];
};

/**
 * In which part this person signs a drawn draw: who ran it as administrator, who gave the number as
 * supervisor, each once. The state that follows is `signed` with the second of them.
 */
export function mayWitness(
  draw: Witnessed,
  actor: { readonly role: string; readonly personId: string | null },
): Decision<{ readonly part: SigningPart; readonly state: DrawState }, WitnessRefusal> {
  if (draw.state !== 'drawn') return refuse('wrong-state');
  const part = actor.role === 'supervisor' ? 'supervisor' : 'administrator';
  const owner = part === 'supervisor' ? draw.numberedBy : draw.committedBy;
  if (actor.personId === null || owner !== actor.personId) return refuse('draw-of-another');
  if (draw.signed.includes(part)) return refuse('draw-signed');
  return allow({ part, state: draw.signed.length === 1 ? 'signed' : 'drawn' });
}

type WitnessRefusal = 'wrong-state' | 'draw-of-another' | 'draw-signed';

/** Whoever committed a draw does not give its number too, whatever their roles. */
export function mayNumber(
  draw: Pick<Witnessed, 'state' | 'committedBy'>,
  personId: string | null,
): Decision<DrawState, 'wrong-state' | 'draw-second-person'> {
  const next = drawStates[draw.state].number;
  if (next === undefined) return refuse('wrong-state');
  return draw.committedBy === personId ? refuse('draw-second-person') : allow(next);
}
