import { Caller, Refusal } from './caller.js';
import type { Province } from './province/shapes.js';
import type { Timeline } from './timeline.js';

export type NewAdmin = {
  readonly role: 'system-admin' | 'security-admin';
  readonly name: string;
  readonly email: string;
  readonly province: { readonly code: string; readonly name: string };
};

/** Where the road is played and what has happened on it so far. */
export class Stage {
  readonly visitor: Caller;
  /** How often each problem code was met on purpose. */
  readonly refused = new Map<string, number>();
  readonly #people = new Map<string, Caller>();

  constructor(
    readonly base: string,
    readonly province: Province,
    readonly timeline: Timeline,
    /** Prints an administrator's one-time link, as the operator's command does; its token. */
    readonly createAdmin: (admin: NewAdmin) => Promise<string>,
  ) {
    this.visitor = new Caller(base);
  }

  /** Moves the server's clock. */
  async at(instant: Date): Promise<void> {
    await this.visitor.put('/api/rehearsal/clock', { now: instant.toISOString() });
  }

  /** The browser of a person who has signed in, by the person's key in the generated province. */
  as(key: string): Caller {
    const caller = this.#people.get(key);
    if (caller === undefined) throw new Error(`${key} has not signed in`);
    return caller;
  }

  hasSignedIn(key: string): boolean {
    return this.#people.has(key);
  }

  /** Chooses a password by a one-time link, which also signs in. */
  async welcome(key: string, token: string): Promise<Caller> {
    const caller = new Caller(this.base);
    await caller.post(`/api/invitations/${token}`, {
      password: `一段足够长的口令 ${this.province.seed} 春`,
    });
    this.#people.set(key, caller);
    return caller;
  }

  /** Does what must be refused with this code, and counts it. */
  async refusedWith(code: string, attempt: () => Promise<unknown>): Promise<void> {
    try {
      await attempt();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== code) throw error;
      this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
      return;
    }
    throw new Error(`nothing refused what must be refused with ${code}`);
  }
}

/** Runs `work` over the items, so many at a time, and keeps their order. */
export async function each<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  atOnce = 8,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++)
      results[index] = await work(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return results;
}
