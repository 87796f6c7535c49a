import { computed, onScopeDispose, reactive, ref, type ComputedRef, type Ref } from 'vue';
import type { SaveState } from '../SaveStatus.vue';
import { hear, sameValue, send, type FieldState, type Stored, type Transport } from './field-saver';
import type { Journal } from './journal';
import { bringBack } from './restore';

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
  const { states, restored: broughtBack } = bringBack(given, journal);
  const fields = reactive(states);
  const restored = ref<ReadonlyMap<string, number>>(broughtBack);
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
    journal.keep(key, { value, base: stored.version, sent: [...sent], at: now() });

  async function sendField(key: string, field: FieldState): Promise<void> {
    await send(field, key, transport, (taken) => {
      savedAt.value = now();
      if (!sameValue(taken.value, taken.stored.value)) keep(key, taken);
    });
    if (field.phase === 'resting') journal.forget(key, field.value ?? null);
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
    hear(field, field.theirs);
    if (!mine) {
      field.value = field.theirs.value;
      journal.forget(key);
    }
    field.theirs = null;
    field.phase = 'typed';
  }

  function adopt(key: string, stored: Stored): void {
    const field = fields[key];
    if (field?.phase !== 'resting' || stored.version <= field.stored.version) return;
    field.stored = stored;
    field.value = stored.value;
  }

  const comeOnline = (): void => void flush();
  window.addEventListener('online', comeOnline);
  onScopeDispose(() => {
    window.removeEventListener('online', comeOnline);
    void flush().finally(() => clearTimeout(retry));
  });
  void flush();

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
      for (const key of keys) type(key, given[key]?.value ?? null);
      await flush();
    },
  };
}
