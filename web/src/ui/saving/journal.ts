import { sameValue } from './field-saver';

/** What was typed and is not yet known to lie on the server. */
export type JournalItem = {
  readonly value: unknown;
  /** The version of the field it was typed over. */
  readonly base: number;
  /** What was sent before and not answered: the server may hold it all the same. */
  readonly sent?: readonly unknown[];
  /** Milliseconds. */
  readonly at: number;
};

export type Journal = {
  readonly keep: (key: string, item: JournalItem) => void;
  /** @param only forget it only if this is what was kept: another window may have kept more since */
  readonly forget: (key: string, only?: unknown) => void;
  /** What an earlier visit left behind, by field. */
  readonly left: () => ReadonlyMap<string, JournalItem>;
};

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const sevenDays = 7 * 24 * 3_600_000;
const prefix = 'linxuan.journal.';

/** Computers in schools are shared: nothing stays longer than a week. */
export function forgetOldItems(shelf: Shelf, now: number): void {
  for (const name of namesOn(shelf, prefix)) {
    const item = itemOf(shelf.getItem(name));
    if (!item || now - item.at > sevenDays) shelf.removeItem(name);
  }
}

/** Who signs out leaves nothing behind for whoever sits down next. */
export function forgetAllItems(shelf: Shelf): void {
  for (const name of namesOn(shelf, prefix)) quietly(() => shelf.removeItem(name));
}

/** The journal of one entry on this computer, under `entry:field`. */
export function journalOf(entryId: string, shelf: Shelf): Journal {
  const own = `${prefix}${entryId}:`;
  return {
    keep: (key, item) => quietly(() => shelf.setItem(own + key, JSON.stringify(item))),
    forget: (key, only) =>
      quietly(() => {
        const kept = itemOf(shelf.getItem(own + key))?.value;
        if (only === undefined || sameValue(kept, only)) shelf.removeItem(own + key);
      }),
    left: () =>
      new Map(
        namesOn(shelf, own).flatMap((name) => {
          const item = itemOf(shelf.getItem(name));
          return item ? [[name.slice(own.length), item] as const] : [];
        }),
      ),
  };
}

const namesOn = (shelf: Shelf, start: string): string[] =>
  Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').filter((name) =>
    name.startsWith(start),
  );

function itemOf(text: string | null): JournalItem | undefined {
  try {
    const item: unknown = JSON.parse(text ?? '');
    return isItem(item) ? item : undefined;
  } catch {
    return undefined;
  }
}

const isItem = (item: unknown): item is JournalItem =>
  typeof item === 'object' &&
  item !== null &&
  'value' in item &&
  typeof (item as JournalItem).base === 'number' &&
  typeof (item as JournalItem).at === 'number';

/** A full or forbidden storage must not stop the typing: the server still gets what was typed. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing to do: the text is in memory and on its way.
  }
}
