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

/** A text that was found in the journal, or was put there to be found again. */
export type Left = JournalItem & {
  readonly field: string;
  readonly id: string;
  /** It was overtaken by another text and waits to be restored or dismissed. */
  readonly aside: boolean;
};

/** What this computer keeps of one form of one person. */
export type Journal = {
  /**
   * Keeps what stands in a field.
   * @param instead the text of an earlier window that it goes on from, forgotten in the same act
   */
  readonly keep: (field: string, item: JournalItem, instead?: string) => void;
  /** The server has what stands in the field. */
  readonly forget: (field: string) => void;
  /** Keeps a text that does not stand in its field. */
  readonly layAside: (field: string, item: JournalItem, instead?: string) => Left;
  readonly drop: (left: Left) => void;
  /**
   * Hands over what windows that have ended left, the newest first, now and whenever one ends.
   * @returns stops
   */
  readonly listen: (take: (left: readonly Left[]) => void) => () => void;
};

/** Free of what the page watches for changes, as it can be stored. */
export const plain = <Item extends JournalItem>(item: Item): Item =>
  JSON.parse(JSON.stringify({ ...item, value: item.value ?? null })) as Item;

export const newestFirst = (one: Left, other: Left): number => other.at - one.at;

/** A name no other window or text has; also where a page has no secure context. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
