import type { Act } from './acts/act.js';
import { Caller, Refusal } from './caller.js';
import { linkFor } from './mailbox.js';
import type { Person, Province } from './province/shapes.js';
import type { Timeline } from './timeline.js';

export type NewAdmin = {
  readonly role: 'system-admin' | 'security-admin';
  readonly name: string;
  readonly email: string;
  readonly province: { readonly code: string; readonly name: string };
};

/** How people come in. */
export type Doors = {
  /** Prints an administrator's one-time link, as the operator's command does; its token. */
  readonly createAdmin: (admin: NewAdmin) => Promise<string>;
  /** Opens sessions without a letter, for demo people, who all sign with one password. */
  readonly demo?: {
    /** The session's cookie. */
    readonly openSession: (email: string) => Promise<string>;
    readonly password: string;
  };
};

/** Where the road is played and what has happened on it so far. */
export class Stage {
  readonly visitor: Caller;
  /** How often each problem code was met on purpose. */
  readonly refused = new Map<string, number>();
  /** How often each act was played to its end. */
  readonly played = new Map<Act, number>();
  readonly #people = new Map<string, Caller>();

  constructor(
    readonly base: string,
    readonly province: Province,
    readonly timeline: Timeline,
    private readonly doors: Doors,
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

  /** The first administrators: the operator's command prints their links. */
  async welcomeAdmin(key: string, admin: NewAdmin): Promise<void> {
    const token = await this.doors.createAdmin(admin);
    await this.#enter(key, admin.email, () => Promise.resolve(token));
  }

  /** A person opens the link that somebody handed to them. */
  async welcomeWith({ key, email }: Pick<Person, 'key' | 'email'>, token: string): Promise<void> {
    await this.#enter(key, email, () => Promise.resolve(token));
  }

  /** People open the link in their letter and choose a password. */
  async welcome({ key, email }: Person): Promise<void> {
    await this.#enter(key, email, () => linkFor(this.visitor, email));
  }

  async #enter(key: string, email: string, link: () => Promise<string>): Promise<void> {
    const caller = new Caller(this.base);
    if (this.doors.demo) caller.carry(await this.doors.demo.openSession(email));
    else await caller.post(`/api/invitations/${await link()}`, { password: this.password });
    this.#people.set(key, caller);
  }

  /** What everybody on the stage signs with. */
  get password(): string {
    return this.doors.demo?.password ?? `一段足够长的口令 ${this.province.seed} 春`;
  }

  /** Notes that an act was played and ended as it must. */
  plays(act: Act, times = 1): void {
    this.played.set(act, (this.played.get(act) ?? 0) + times);
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
