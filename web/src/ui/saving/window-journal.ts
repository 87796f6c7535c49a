import { newestFirst, newId, plain, type Journal, type JournalItem, type Left } from './journal';
import {
  forgetOldTexts,
  openStore,
  takeTexts,
  writeTexts,
  type Row,
  type RowKey,
  type Store,
} from './journal-store';
import { ended, holdThisWindow, livingWindows, thisWindow } from './this-window';

/** A key pressed is on this computer before a third of a second has passed. */
const soon = 250;

export type FormOnThisComputer = {
  readonly person: string;
  readonly form: string;
  /** Milliseconds. */
  readonly now: () => number;
};

/** The journal of a form among all windows of this browser. */
export function windowJournal({ person, form, now }: FormOnThisComputer): Journal {
  const own = newId();
  const writer = new Writer(now);

  const put = (field: string, item: JournalItem, id: string, aside: boolean): Left => {
    const row = plain({ ...item, person, form, field, id, window: thisWindow, aside });
    writer.set([person, form, field, id], row);
    return row;
  };
  const remove = (field: string, id: string | undefined): void => {
    if (id !== undefined) writer.set([person, form, field, id], undefined);
  };

  async function look(take: (left: readonly Left[]) => void): Promise<Iterable<string>> {
    const store = await writer.written();
    if (!store) return [];
    const lives = await livingWindows();
    const isFree = ({ id, window }: Row): boolean =>
      id !== own && (window === thisWindow || !lives(window));
    const { taken, others } = await takeTexts(store, { person, form, window: thisWindow }, isFree);
    take(taken.sort(newestFirst));
    return new Set(others.filter(({ id }) => id !== own).map(({ window }) => window));
  }

  return {
    keep: (field, item, instead) => {
      remove(field, instead);
      put(field, item, own, false);
    },
    forget: (field) => remove(field, own),
    layAside: (field, item, instead) => {
      remove(field, instead);
      return put(field, item, newId(), true);
    },
    drop: ({ field, id }) => remove(field, id),
    listen: (take) => watchWindows(() => look(take), writer),
  };
}

/** Looks now, whenever this window is looked at again, and whenever one ends that still writes the form. */
function watchWindows(look: () => Promise<Iterable<string>>, writer: Writer): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const known = new Set<string>();
  let looking = Promise.resolve();

  const again = (): void => void (looking = looking.then(once).catch(() => undefined));
  async function once(): Promise<void> {
    if (signal.aborted) return;
    for (const window of await look()) {
      if (known.has(window)) continue;
      known.add(window);
      void ended(window, signal).then(again, () => undefined);
    }
  }
  const turn = (): void => (document.hidden ? writer.write() : again());
  document.addEventListener('visibilitychange', turn, { signal });
  window.addEventListener('pagehide', () => writer.write(), { signal });
  again();
  return () => {
    stop.abort();
    writer.write();
  };
}

/** Gathers changes for a moment and writes them together. */
class Writer {
  readonly #changes = new Map<string, readonly [RowKey, Row | undefined]>();
  readonly #ready: Promise<void>;
  #store: Store | undefined;
  #writing = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(now: () => number) {
    this.#ready = this.#open(now()).catch(() => undefined);
  }

  set(key: RowKey, row: Row | undefined): void {
    this.#changes.set(JSON.stringify(key), [key, row]);
    this.#timer ??= setTimeout(() => this.write(), soon);
  }

  /** A full or forbidden storage must not stop the typing: the server still gets what was typed. */
  write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#store || this.#changes.size === 0) return;
    const changes = [...this.#changes.values()];
    this.#changes.clear();
    this.#writing = writeTexts(this.#store, changes).catch(() => undefined);
  }

  /** The store, once everything so far is in it; undefined where this browser keeps nothing. */
  async written(): Promise<Store | undefined> {
    await this.#ready;
    this.write();
    await this.#writing;
    return this.#store;
  }

  async #open(now: number): Promise<void> {
    const store = await openStore();
    await forgetOldTexts(store, now);
    await holdThisWindow();
    this.#store = store;
    this.write();
  }
}
