import type { Payload } from '../pure/payload.js';

/** A job's own part of a larger piece of work; the parent runs when all its children are done. */
export type ChildJob = { readonly name: string; readonly key: string; readonly payload: Payload };

/** What a handler is given: ids, never the things themselves. */
export type Work = {
  /** The outbox row that started this work; the same on every retry. */
  readonly id: string;
  readonly payload: Payload;
};

export interface Handler {
  run(work: Work): Promise<void>;
}

export type Handling = {
  readonly name: string;
  readonly queue: QueueName;
  readonly children?: (payload: Payload) => ChildJob[];
};

/** Queues by kind of service, with how many jobs a worker runs at once. */
export const queues = { assignments: 1, tally: 2, mail: 8, files: 2, texts: 2 } as const;
export type QueueName = keyof typeof queues;

const handlings = new WeakMap<object, readonly Handling[]>();

/**
 * Declares the one handler of an event (or child job) on a queue; a handler may stand for several.
 * With `children`, they run first and the handler runs once all of them are done.
 */
export const Handles =
  (name: string, queue: QueueName, children?: (payload: Payload) => ChildJob[]): ClassDecorator =>
  (target) => {
    handlings.set(target, [...handlingsOf(target), { name, queue, children }]);
  };

export const handlingsOf = (target: object): readonly Handling[] => handlings.get(target) ?? [];

/** Every handler of the house, found at boot. */
export class Handlers {
  readonly #byKey = new Map<string, { handling: Handling; handler: Handler }>();

  /** @throws Error when two handlers claim the same name on the same queue */
  add(handling: Handling, handler: Handler): void {
    const key = `${handling.queue}/${handling.name}`;
    if (this.#byKey.has(key)) throw new Error(`two handlers for ${key}`);
    this.#byKey.set(key, { handling, handler });
  }

  queuesFor(name: string): QueueName[] {
    return [...this.#byKey.values()]
      .filter(({ handling }) => handling.name === name)
      .map(({ handling }) => handling.queue)
      .sort();
  }

  /** @throws Error when nobody handles it: the job was added by another version of the program */
  find(queue: QueueName, name: string): { handling: Handling; handler: Handler } {
    const entry = this.#byKey.get(`${queue}/${name}`);
    if (entry === undefined) throw new Error(`no handler for ${queue}/${name}`);
    return entry;
  }

  all(): Handling[] {
    return [...this.#byKey.values()].map(({ handling }) => handling);
  }
}
