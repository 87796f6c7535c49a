import type { Caller } from './caller.js';

type Letter = { readonly recipient: string; readonly subject: string; readonly body: string };
type Count = {
  readonly letters: number;
  readonly deliveries: number;
  readonly eventsPending: number;
};

const patience = 120_000;
const pause = 100;

const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pause));

/** Waits until every event's jobs are done. */
export async function quiet(visitor: Caller): Promise<Count> {
  const end = Date.now() + patience;
  for (;;) {
    const count = await visitor.get<Count>('/api/dev/mail/count');
    if (count.eventsPending === 0) return count;
    if (Date.now() > end) throw new Error(`${count.eventsPending} events are still pending`);
    await wait();
  }
}

/** The token of the one-time link in a person's newest letter that has one. */
export async function linkFor(visitor: Caller, email: string): Promise<string> {
  const letters = await visitor.get<Letter[]>(
    `/api/dev/mail?recipient=${encodeURIComponent(email)}`,
  );
  for (const { body } of letters) {
    const token = /\/welcome#([A-Za-z0-9_-]+)/.exec(body)?.[1];
    if (token !== undefined) return token;
  }
  throw new Error(`no letter with a link for ${email}`);
}
