import { computed, onScopeDispose, reactive, ref, type ComputedRef, type Ref } from 'vue';
import type { SaveState } from '../SaveStatus.vue';
import {
  hear,
  restingOn,
  sameValue,
  send,
  type FieldState,
  type Stored,
  type Transport,
} from './field-saver';
import type { Journal, Left } from './journal';
import { holds, isEmpty, verdictOn } from './take-up';
import { useLaidAside } from './use-laid-aside';

const pause = 1_500;
const patience = 15_000;
/** About as many keys as are pressed between two answers of the server. */
const mostStood = 200;

export type AutosaveOptions = {
  readonly fields: Readonly<Record<string, Stored>>;
  readonly transport: Transport;
  readonly journal: Journal;
  /** Milliseconds. */
  readonly now: () => number;
};

export type Autosave = {
  readonly fields: Readonly<Record<string, FieldState>>;
  /** The pill: the worst of all fields. */
  readonly state: ComputedRef<SaveState>;
  /** How many fields the server does not hold yet. */
  readonly waiting: ComputedRef<number>;
  readonly savedAt: Readonly<Ref<number | null>>;
  /** When the texts brought back from this computer were typed, by field. */
  readonly restored: Readonly<Ref<ReadonlyMap<string, number>>>;
  /** Texts that were overtaken by others, also of fields that may not be written any more. */
  readonly aside: Readonly<Ref<readonly Left[]>>;
  /** Takes what was typed; it is sent after a pause. */
  readonly type: (key: string, value: unknown) => void;
  /** Sends at once: a field that was left, or everything. */
  readonly flush: (key?: string) => Promise<void>;
  /** Takes over what the server says by itself, where nothing is on its way there. */
  readonly adopt: (key: string, stored: Stored) => void;
  readonly keepMine: (key: string) => Promise<void>;
  readonly takeTheirs: (key: string) => void;
  readonly acceptRestored: () => void;
  /** Gives up what was brought back: what the server held before stands again. */
  readonly dropRestored: () => Promise<void>;
  /** Puts a text that was laid aside into its field; what stood there is laid aside for it. */
  readonly restoreAside: (text: Left) => Promise<void>;
  /** Puts another text into a field at once; what stood there is laid aside. */
  readonly replace: (key: string, value: unknown) => Promise<void>;
  readonly dismissAside: (text: Left) => void;
};

/** From the worst to the best: the pill shows the first that is found. */
const worstFirst: readonly (readonly [FieldState['phase'], SaveState])[] = [
  ['conflict', 'conflict'],
  ['expired', 'expired'],
  ['refused', 'failed'],
  ['failed', 'failed'],
  ['offline', 'offline'],
  ['sending', 'saving'],
  ['typed', 'saving'],
];

/** These wait for a decision or a correction; trying again would change nothing. */
const stuck: readonly FieldState['phase'][] = ['conflict', 'refused'];
const worthRetrying: readonly FieldState['phase'][] = ['offline', 'failed'];

/** Keeps every field of a form on the server, and on this computer until the server has it. */
export function useAutosave({ fields: given, transport, journal, now }: AutosaveOptions): Autosave {
  const fields: Record<string, FieldState> = reactive(
    Object.fromEntries(Object.entries(given).map(([key, stored]) => [key, restingOn(stored)])),
  );
  const aside = useLaidAside(journal);
  const restored = ref<ReadonlyMap<string, number>>(new Map());
  const before = new Map<string, unknown>();
  const savedAt = ref<number | null>(null);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const running = new Map<string, Promise<void>>();
  let retry: ReturnType<typeof setTimeout> | undefined;

  const all = computed(() => Object.values(fields));
  const waiting = computed(() => all.value.filter(({ phase }) => phase !== 'resting').length);
  const state = computed<SaveState>(
    () =>
      worstFirst.find(([phase]) => all.value.some((field) => field.phase === phase))?.[1] ??
      (savedAt.value === null ? 'idle' : 'saved'),
  );

  const keep = (key: string, { value, stored, sent }: FieldState): void =>
    journal.keep(key, { value, base: stored.version, sent, at: now() });
  /** Keeps a text of a field that is about to give way to another, if the other does not hold it. */
  function layAside(key: string, value: unknown, winner: unknown): void {
    if (isEmpty(value) || holds(winner, value)) return;
    aside.lay(key, { value, base: fields[key]?.stored.version ?? 0, at: now() });
  }

  async function sendField(key: string, field: FieldState): Promise<void> {
    await send(field, key, transport, (taken) => {
      savedAt.value = now();
      if (!sameValue(taken.value, taken.stored.value)) keep(key, taken);
    });
    if (field.phase === 'resting') journal.forget(key);
    else if (worthRetrying.includes(field.phase)) retryLater();
  }

  function retryLater(): void {
    clearTimeout(retry);
    retry = setTimeout(() => void flush(), patience);
  }

  function flushOne(key: string): Promise<void> {
    const field = fields[key];
    clearTimeout(timers.get(key));
    timers.delete(key);
    if (!field || field.phase === 'resting' || stuck.includes(field.phase))
      return Promise.resolve();
    const sending =
      running.get(key) ?? sendField(key, field).finally(() => void running.delete(key));
    running.set(key, sending);
    return sending;
  }

  async function flush(key?: string): Promise<void> {
    await Promise.all((key === undefined ? Object.keys(fields) : [key]).map(flushOne));
  }

  function type(key: string, value: unknown): void {
    const field = fields[key];
    if (!field) return;
    field.value = value;
    field.stood = [...field.stood, value].slice(-mostStood);
    keep(key, field);
    if (field.phase === 'conflict') return;
    if (field.phase !== 'sending') field.phase = 'typed';
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void flushOne(key), pause),
    );
  }

  /** Either side of a conflict goes on from what the server holds. */
  function settle(key: string, mine: boolean): void {
    const field = fields[key];
    if (!field?.theirs) return;
    const { value, theirs } = field;
    hear(field, theirs);
    if (mine) layAside(key, theirs.value, value);
    else {
      layAside(key, value, theirs.value);
      field.value = theirs.value;
      journal.forget(key);
    }
    field.theirs = null;
    field.phase = 'typed';
  }

  function goOn(field: FieldState, { field: key, id, ...item }: Left): void {
    before.set(key, field.value);
    restored.value = new Map([...restored.value, [key, item.at]]);
    field.value = item.value;
    field.phase = 'typed';
    field.sent = item.sent ?? [];
    journal.keep(key, item, id);
    void flushOne(key);
  }

  function takeUp(left: Left): void {
    const field = fields[left.field];
    const verdict = verdictOn(field, left);
    if (verdict === 'known') journal.drop(left);
    else if (left.aside) aside.show(left);
    else if (verdict === 'aside' || !field) aside.lay(left.field, left, left.id);
    else goOn(field, left);
  }

  function adopt(key: string, stored: Stored): void {
    const field = fields[key];
    if (field?.phase !== 'resting' || stored.version <= field.stored.version) return;
    field.stored = stored;
    field.value = stored.value;
  }

  function replace(key: string, value: unknown): Promise<void> {
    layAside(key, fields[key]?.value, value);
    type(key, value);
    return flushOne(key);
  }

  const comeOnline = (): void => void flush();
  window.addEventListener('online', comeOnline);
  const stopListening = journal.listen((left) => left.forEach(takeUp));
  onScopeDispose(() => {
    window.removeEventListener('online', comeOnline);
    stopListening();
    void flush().finally(() => clearTimeout(retry));
  });

  return {
    fields,
    state,
    waiting,
    savedAt,
    restored,
    type,
    flush,
    adopt,
    keepMine: (key) => {
      settle(key, true);
      return flushOne(key);
    },
    takeTheirs: (key) => {
      settle(key, false);
      void flushOne(key);
    },
    acceptRestored: () => void (restored.value = new Map()),
    dropRestored: async () => {
      const keys = [...restored.value.keys()];
      restored.value = new Map();
      for (const key of keys) type(key, before.get(key) ?? null);
      await flush();
    },
    aside: aside.texts,
    restoreAside: (text) => {
      aside.dismiss(text);
      return replace(text.field, text.value);
    },
    replace,
    dismissAside: aside.dismiss,
  };
}
