import { afterEach, beforeEach, vi } from 'vitest';
import { effectScope } from 'vue';
import { ApiProblem } from '../../api/problem';
import type { Stored } from './field-saver';
import { tabJournal } from './tab-journal';
import { useAutosave, type Autosave } from './use-autosave';

export const noon = Date.parse('2027-04-01T04:00:00Z');
export const entryId = 'e1';

/** A server of one form: keeps values by version, and answers as told. */
export function falseServer(fields: Record<string, Stored>) {
  const held = new Map(Object.entries(fields));
  const written: string[] = [];
  let answer: () => Promise<void> = () => Promise.resolve();
  return {
    held,
    written,
    answers: (with_: () => Promise<void>) => void (answer = with_),
    transport: {
      write: async (key: string, value: unknown, version: number) => {
        written.push(`${key}=${JSON.stringify(value)}@${version}`);
        await answer();
        const now = held.get(key) ?? { value: null, version: 0 };
        if (now.version !== version) throw new ApiProblem({ status: 412 });
        held.set(key, { value, version: version + 1 });
        return { version: version + 1 };
      },
      read: (key: string) => Promise.resolve(held.get(key) ?? { value: null, version: 0 }),
    },
  };
}

export const problem = (status: number) => () => Promise.reject(new ApiProblem({ status }));
export const start = () => ({
  abstract: { value: 'old', version: 3 },
  title: { value: 'name', version: 1 },
});

let scope: ReturnType<typeof effectScope>;
export function open(server: ReturnType<typeof falseServer>): Autosave {
  scope = effectScope();
  const given = Object.fromEntries(server.held);
  return scope.run(() =>
    useAutosave({
      fields: given,
      transport: server.transport,
      journal: tabJournal(entryId),
      now: () => Date.now(),
    }),
  )!;
}

export const kept = (key: string): unknown =>
  JSON.parse(sessionStorage.getItem(`linxuan.journal.${entryId}:${key}`) ?? 'null')?.value;

/** Each test begins at noon on a computer that remembers nothing, and leaves no form open. */
export function openAfresh(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: noon });
    sessionStorage.clear();
  });
  afterEach(() => {
    scope?.stop();
    vi.useRealTimers();
  });
}
