import createClient from 'openapi-fetch';
import { signInAgain } from './expired-session';
import { ApiProblem, problemFrom, unreachable } from './problem';
import type { components, paths } from './schema';

/** The shapes the server declares: `Schemas['SessionView']`. */
export type Schemas = components['schemas'];

/** Proof to the server that our own script asks, not a foreign form. */
export const ourHeaders = { 'X-Requested-With': 'linxuan' } as const;

/** Signing in answers 401 for a wrong password: that is news for the form, not an expired session. */
const asksWhoYouAre = (request: Request): boolean =>
  /\/api\/(session|demo\/session|invitations\/[^/]+)$/.test(new URL(request.url).pathname);

const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

async function reach(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    throw isAbort(error) ? error : unreachable();
  }
}

/** Sends; signs in again on the same page and repeats once if the session is gone; throws a problem. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  let response = await reach(request);
  if (response.status === 401 && !asksWhoYouAre(request) && (await signInAgain()))
    response = await reach(again);
  if (!response.ok) throw problemFrom(response.status, await response.text());
  return response;
}

/** The one door to the server; used by `queries.ts` files only. */
export const api = createClient<paths>({
  credentials: 'same-origin',
  headers: ourHeaders,
  fetch: send,
});

/** The body of an answer: `await bodyOf(api.GET('/api/site'))`. Throws `ApiProblem`. */
export async function bodyOf<Body>(call: Promise<{ data?: Body }>): Promise<Body> {
  return (await call).data as Body;
}

/** All rows of a list that comes in pages, whatever their number. */
export async function everyPage<Row>(
  fetchPage: (
    after: string | undefined,
  ) => Promise<{ readonly rows: readonly Row[]; readonly next?: string | null }>,
): Promise<Row[]> {
  const found: Row[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await fetchPage(after);
    found.push(...rows);
    after = next ?? undefined;
  } while (after !== undefined);
  return found;
}

/** Headers that let a change pass only if nobody changed the thing since it was read. */
export const seen = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });

export { ApiProblem };
