// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, ApiProblem, bodyOf, seen } from './client';
import { whenSessionExpires } from './expired-session';

const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const gone = (): Response => answer(401, { code: 'platform.no-session' });
const clock = { now: '2027-04-30T09:00:00Z' };

/** The server answers these in turn. */
function serverAnswers(...answers: (() => Response)[]) {
  const fetched = vi.fn(async (_request: Request) => (answers.shift() ?? gone)());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => {
  vi.unstubAllGlobals();
  whenSessionExpires(undefined);
});

describe('a request', () => {
  it('shows that our own page sends it', async () => {
    const fetched = serverAnswers(() => answer(200, clock));
    expect(await bodyOf(api.GET('/api/clock'))).toEqual(clock);
    expect(fetched.mock.calls[0]?.[0].headers.get('X-Requested-With')).toBe('linxuan');
  });

  it('is repeated with its body after the person signed in again', async () => {
    const fetched = serverAnswers(gone, () => answer(200, {}));
    whenSessionExpires(async () => true);
    await api.PUT('/api/session/grant', { body: { grantId: 'g2' } });
    expect(await fetched.mock.calls[1]?.[0].json()).toEqual({ grantId: 'g2' });
  });

  it('asks once for many that expire together', async () => {
    serverAnswers(
      gone,
      gone,
      () => answer(200, clock),
      () => answer(200, clock),
    );
    const ask = vi.fn(async () => true);
    whenSessionExpires(ask);
    await Promise.all([api.GET('/api/clock'), api.GET('/api/clock')]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('fails when the person leaves instead', async () => {
    serverAnswers(gone);
    whenSessionExpires(async () => false);
    await expect(api.GET('/api/clock')).rejects.toMatchObject({ code: 'platform.no-session' });
  });

  it('does not take a wrong password for an expired session', async () => {
    const ask = vi.fn(async () => true);
    serverAnswers(() => answer(401, { code: 'identity.wrong-credentials' }));
    whenSessionExpires(ask);
    const body = { email: 'a', password: 'b' };
    await expect(api.POST('/api/session', { body })).rejects.toBeInstanceOf(ApiProblem);
    expect(ask).not.toHaveBeenCalled();
  });

  it('becomes a problem without words when a gateway answers, or nobody does', async () => {
    serverAnswers(() => new Response('<html>Bad gateway</html>', { status: 502 }));
    await expect(api.GET('/api/clock')).rejects.toMatchObject({ status: 502, code: 'http.502' });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    await expect(api.GET('/api/clock')).rejects.toMatchObject({ code: 'http.unreachable' });
  });

  it('names the version that was seen', () => {
    expect(seen(3)).toEqual({ 'If-Match': '"3"' });
  });
});
