import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Left } from './journal';

/** A text as it lies on this computer: whose, of which form, and which window answers for it. */
export type Row = Left & {
  readonly person: string;
  readonly form: string;
  readonly window: string;
};
export type RowKey = [person: string, form: string, field: string, id: string];

interface Shelves extends DBSchema {
  texts: { key: RowKey; value: Row };
}
export type Store = IDBPDatabase<Shelves>;

/** Computers in schools are shared: nothing stays longer than a week. */
const sevenDays = 7 * 24 * 3_600_000;
let opening: Promise<Store> | undefined;

export const openStore = (): Promise<Store> =>
  (opening ??= openDB<Shelves>('linxuan', 1, {
    upgrade: (database) =>
      void database.createObjectStore('texts', { keyPath: ['person', 'form', 'field', 'id'] }),
    // A newer page in another window must not wait for this one.
    blocking: (_own, _wanted, event) => (event.target as IDBDatabase).close(),
  }));

export async function forgetOldTexts(store: Store, now: number): Promise<void> {
  const work = store.transaction('texts', 'readwrite');
  for (let cursor = await work.store.openCursor(); cursor; cursor = await cursor.continue())
    if (now - cursor.value.at > sevenDays) await cursor.delete();
  await work.done;
}

/** Who signs out leaves nothing behind for whoever sits down next. */
export async function forgetAllTexts(): Promise<void> {
  try {
    await (await openStore()).clear('texts');
  } catch {
    // A browser that does not open the store has kept nothing in it.
  }
}

/** Puts the rows and removes the keys; begun at once, so that a page about to go still gets it done. */
export async function writeTexts(
  store: Store,
  changes: Iterable<readonly [RowKey, Row | undefined]>,
): Promise<void> {
  const work = store.transaction('texts', 'readwrite');
  const acts = [...changes].map(([key, row]): Promise<unknown> =>
    row ? work.store.put(row) : work.store.delete(key),
  );
  work.commit();
  await Promise.all([...acts, work.done]);
}

/** Every text of the form; those that are free pass to this window, and to no other, in the same act. */
export async function takeTexts(
  store: Store,
  of: { readonly person: string; readonly form: string; readonly window: string },
  isFree: (row: Row) => boolean,
): Promise<{ readonly taken: Row[]; readonly others: Row[] }> {
  const { person, form, window } = of;
  const work = store.transaction('texts', 'readwrite');
  const all = await work.store.getAll(
    IDBKeyRange.bound([person, form], [person, form, []]) as unknown as IDBKeyRange,
  );
  const taken = all.filter((row) => row.aside || isFree(row));
  await Promise.all(taken.map((row) => work.store.put({ ...row, window })));
  await work.done;
  return { taken, others: all.filter((row) => !taken.includes(row)) };
}
