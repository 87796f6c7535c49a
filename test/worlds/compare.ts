import type { House } from '../support/house.js';

/** What differs between any two answers, whoever asks: when it was sent and by which number it is traced. */
const passing = new Set(['date', 'x-request-id', 'set-cookie']);

export type Transcript = {
  readonly status: number;
  readonly headers: string;
  readonly body: string;
};

/** Everything that somebody with this session can tell of an answer. */
export async function ask(
  house: House,
  cookie: string | undefined,
  path: string,
): Promise<Transcript> {
  const reply = await house.app.inject({
    method: 'GET',
    url: path,
    headers: { 'x-requested-with': 'linxuan', ...(cookie ? { cookie } : {}) },
  });
  const headers = Object.entries(reply.headers)
    .filter(([name]) => !passing.has(name))
    .map(([name, value]) => `${name}: ${String(value)}`);
  return {
    status: reply.statusCode,
    headers: headers.join('\n'),
    body: withoutTrace(reply.rawPayload.toString('latin1')),
  };
}

/** A problem names its request. */
const withoutTrace = (body: string): string => body.replace(/"traceId":"[^"]*"/, '');

export const differ = (a: Transcript, b: Transcript): boolean =>
  a.status !== b.status || a.headers !== b.headers || a.body !== b.body;
