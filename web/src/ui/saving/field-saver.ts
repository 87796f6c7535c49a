import { asProblem, type ApiProblem } from '../../api/problem';

/** A field as the server last gave it. */
export type Stored = { readonly value: unknown; readonly version: number };

/** How fields reach the server; the page passes the real one, a test a false one. */
export type Transport = {
  /** Writes over `version`; throws `ApiProblem`, 412 when another window wrote first. */
  readonly write: (key: string, value: unknown, version: number) => Promise<{ version: number }>;
  /** Reads what the server holds now. */
  readonly read: (key: string) => Promise<Stored>;
};

export type Phase =
  'resting' | 'typed' | 'sending' | 'offline' | 'expired' | 'failed' | 'refused' | 'conflict';

/** One field on its way to the server. The page reads it and never writes it. */
export type FieldState = {
  value: unknown;
  /** What the server holds, as far as known. */
  stored: Stored;
  phase: Phase;
  /** What was sent and not answered: the server may hold it all the same. */
  sent: readonly unknown[];
  /** What stood here since the server last answered: a second window may have taken it up and sent it. */
  stood: readonly unknown[];
  /** Why the last attempt did not succeed. */
  problem: ApiProblem | null;
  /** In a conflict: what another window wrote. */
  theirs: Stored | null;
};

/** A field as the page begins with it. */
export const restingOn = (stored: Stored): FieldState => ({
  value: stored.value,
  stored,
  phase: 'resting',
  sent: [],
  stood: [],
  problem: null,
  theirs: null,
});

export const sameValue = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

export const isPending = ({ phase }: FieldState): boolean => phase !== 'resting';

const phaseOf = (problem: ApiProblem): Phase => {
  if (problem.status === 0) return 'offline';
  if (problem.status === 401) return 'expired';
  return problem.status === 429 || problem.status >= 500 ? 'failed' : 'refused';
};

/** Told whenever the server has taken something. */
type Taken = (state: FieldState) => void;

/** Each try of a bad line leaves one text; older ones the server has heard of by then or never will. */
const mostUnanswered = 5;

/**
 * Sends a field until the server holds what stands in it. Typing goes on meanwhile: what was typed
 * during a request is sent after it. Answers when there is nothing more to send, or it cannot be sent.
 */
export async function send(
  state: FieldState,
  key: string,
  transport: Transport,
  taken: Taken,
): Promise<void> {
  while (!sameValue(state.value, state.stored.value)) {
    const sent = state.value;
    state.phase = 'sending';
    state.sent = [...state.sent, sent].slice(-mostUnanswered);
    try {
      const { version } = await transport.write(key, sent, state.stored.version);
      hear(state, { value: sent, version });
      taken(state);
    } catch (error) {
      const problem = asProblem(error);
      if (problem.status !== 412) return fail(state, problem);
      if (!(await meet(state, key, transport))) return;
    }
  }
  state.phase = 'resting';
  state.problem = null;
}

/** The server has said what it holds: what stood here before cannot be its answer any more. */
export function hear(state: FieldState, stored: Stored): void {
  state.stored = stored;
  state.sent = [];
  state.stood = [];
}

function fail(state: FieldState, problem: ApiProblem): void {
  state.phase = phaseOf(problem);
  state.problem = problem;
}

/** Another window wrote first. If it wrote the same, or it was this one unheard, there is no conflict; else the person chooses. */
async function meet(state: FieldState, key: string, transport: Transport): Promise<boolean> {
  try {
    const theirs = await transport.read(key);
    const known = [state.value, state.stored.value, ...state.sent, ...state.stood];
    if (known.some((value) => sameValue(value, theirs.value))) {
      hear(state, theirs);
      return true;
    }
    state.theirs = theirs;
    state.phase = 'conflict';
  } catch (error) {
    fail(state, asProblem(error));
  }
  return false;
}

/** Refusals that end the writing altogether: the time is over, or the entry is in other hands. */
export const isLocked = (error: unknown): boolean =>
  [403, 404, 409].includes(asProblem(error).status);
