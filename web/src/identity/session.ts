import { computed, readonly, ref, shallowRef, type ComputedRef, type Ref } from 'vue';
import { ApiProblem } from '../api/client';
import { queryClient } from '../api/query-client';
import { forgetAllTexts } from '../ui/saving/journal-store';
import { emptyTabJournal } from '../ui/saving/tab-journal';
import * as server from './queries';
import type { Grant, Session } from './queries';

/** undefined: not asked yet; null: nobody is signed in. */
const current = shallowRef<Session | null>();
/** Counts the fresh starts of the present page. */
const turn = ref(0);
let asking: Promise<Session | null> | undefined;

/** Another person or another grant may see other things: nothing read before is kept. */
function begin(session: Session | null): void {
  queryClient.clear();
  current.value = session;
}

/** Shows the present page anew, for a role that may see other things on it. */
export const startPageAfresh = (): void => void (turn.value += 1);

/** Takes note that nobody is signed in any more. */
export const forget = (): void => begin(null);

async function ask(): Promise<Session | null> {
  try {
    current.value = await server.fetchSession();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    current.value = null;
  }
  return current.value;
}

/** The session, asked for once when the page is opened. */
export async function loadSession(): Promise<Session | null> {
  if (current.value !== undefined) return current.value;
  asking ??= ask().finally(() => (asking = undefined));
  return asking;
}

export const signIn = (email: string, password: string): Promise<void> =>
  server.postSession(email, password).then(begin);

export const signInAsDemo = (personId: string): Promise<void> =>
  server.postDemoSession(personId).then(begin);

export const accept = (token: string, password: string): Promise<void> =>
  server.acceptInvitation(token, password).then(begin);

export const switchGrant = (grantId: string): Promise<void> => server.putGrant(grantId).then(begin);

/** Ends the session here even if the server has ended it already. */
export async function signOut(): Promise<void> {
  try {
    await server.deleteSession();
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
  }
  emptyTabJournal();
  await forgetAllTexts();
  forget();
}

/**
 * The same person signs in again while their page stays as it is; takes up the grant they had, because
 * what they typed was meant for it.
 */
export async function resume(
  again: (person: Session['person']) => Promise<Session>,
): Promise<void> {
  const before = current.value;
  if (!before) return;
  const session = await again(before.person);
  const otherGrant = session.grant.id !== before.grant.id;
  const stillHeld = session.grants.some(({ id }) => id === before.grant.id);
  current.value = otherGrant && stillHeld ? await server.putGrant(before.grant.id) : session;
}

export type SessionState = {
  readonly session: Readonly<Ref<Session | null | undefined>>;
  readonly turn: Readonly<Ref<number>>;
  readonly grants: ComputedRef<readonly Grant[]>;
  readonly may: (permission: string | undefined) => boolean;
};

/** Who is signed in, and what they may do. */
export const useSession = (): SessionState => ({
  session: current,
  turn: readonly(turn),
  grants: computed(() => current.value?.grants ?? []),
  may: (permission) =>
    permission === undefined || Boolean(current.value?.permissions.includes(permission)),
});
