import { computed, onScopeDispose, reactive } from 'vue';
import { useI18n } from 'vue-i18n';
import { asProblem } from '../api/problem';
import { faultOf, type FileRules } from './file-rules';
import { formatBytes } from './format';
import { useProblemWords } from './problem-words';

export type UploadItem = {
  readonly id: number;
  readonly file: File;
  state: 'waiting' | 'sending' | 'paused' | 'done' | 'failed';
  /** From 0 to 1. */
  share: number;
  /** Seconds that are left at the speed so far; undefined until it can be told. */
  left?: number;
  /** The server's id for what has come. */
  place?: string;
  error?: string;
};

type Send = (
  file: File,
  options: {
    onProgress: (share: number) => void;
    onPlace: (id: string) => void;
    signal: AbortSignal;
  },
) => Promise<unknown>;

/** What else a place for files can do. */
export type UploadManners = {
  readonly done?: (file: File) => unknown;
  /** Takes back what has come of a removed file; where it is given, sending can be paused. */
  readonly takeBack?: (place: string) => Promise<unknown>;
};

export type Uploads = {
  readonly items: readonly UploadItem[];
  readonly busy: boolean;
  readonly mayPause: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: number) => void;
  /** Stops, and keeps what has come. */
  readonly pause: (id: number) => void;
  /** Sends again, from where it stopped when it was paused. */
  readonly again: (id: number) => void;
};

const sideBySide = 3;
const unreachable = 'http.unreachable';

/** Why a file is not even sent, in words. */
function useComplaints(rules: FileRules): (file: File) => string | undefined {
  const { t } = useI18n();
  const limit = formatBytes(rules.maxBytes ?? 0);
  const types = rules.accept ?? '';
  return (file) => {
    const fault = faultOf(file, rules);
    return fault && t(`ui.files.${fault}`, { name: file.name, limit, types });
  };
}

/** Notes how far a file is, and from the speed so far how long it will take. */
function followProgress(item: UploadItem): (share: number) => void {
  let first: { readonly share: number; readonly at: number } | undefined;
  return (share) => {
    const now = performance.now();
    first ??= { share, at: now };
    const seconds = (now - first.at) / 1_000;
    const sent = share - first.share;
    item.share = share;
    item.left = seconds > 2 && sent > 0 ? ((1 - share) / sent) * seconds : undefined;
  };
}

/** Sends the waiting ones, three at a time; a removed or paused one is stopped. */
function useSenders(items: UploadItem[], send: Send, { done, takeBack }: UploadManners) {
  const { wordsOf } = useProblemWords();
  const senders = new Map<number, AbortController>();

  function failed(item: UploadItem, error: unknown): void {
    if (item.state === 'paused') return;
    const problem = asProblem(error);
    const { title, detail } = wordsOf(problem);
    const waits = takeBack !== undefined && problem.code === unreachable;
    Object.assign(item, { state: waits ? 'paused' : 'failed', error: detail || title });
  }
  async function start(item: UploadItem): Promise<void> {
    const stop = new AbortController();
    senders.set(item.id, stop);
    Object.assign(item, { state: 'sending', left: undefined, error: undefined });
    try {
      await send(item.file, {
        onProgress: followProgress(item),
        onPlace: (place) => void (item.place = place),
        signal: stop.signal,
      });
      item.state = 'done';
      await done?.(item.file);
    } catch (error) {
      failed(item, error);
    } finally {
      if (senders.get(item.id) === stop) senders.delete(item.id);
      next();
    }
  }
  function next(): void {
    for (const item of items)
      if (item.state === 'waiting' && senders.size < sideBySide) void start(item);
  }
  function stop(id: number): void {
    senders.get(id)?.abort();
    senders.delete(id);
  }
  onScopeDispose(() => senders.forEach((sender) => sender.abort()));
  return { next, stop };
}

/** What the network interrupted goes on when it is back. */
function whenOnline(goOn: () => void): void {
  window.addEventListener('online', goOn);
  onScopeDispose(() => window.removeEventListener('online', goOn));
}

/** Files chosen to be sent. `send` comes from `queries.ts`: `upload`, or `resumable` for what can be paused. */
export function useUploads(
  send: Send,
  rules: FileRules = {},
  manners: UploadManners = {},
): Uploads {
  const items = reactive<UploadItem[]>([]);
  const complaintAbout = useComplaints(rules);
  const { next, stop } = useSenders(items, send, manners);
  const byId = (id: number) => items.find((item) => item.id === id);
  let last = 0;

  function add(files: readonly File[]): void {
    for (const file of files) {
      const error = complaintAbout(file);
      last += 1;
      items.push({ id: last, file, state: error ? 'failed' : 'waiting', share: 0, error });
    }
    next();
  }
  function remove(id: number): void {
    stop(id);
    const place = items.findIndex((item) => item.id === id);
    const [gone] = place >= 0 ? items.splice(place, 1) : [];
    if (gone?.place && gone.state !== 'done') void manners.takeBack?.(gone.place);
    next();
  }
  function pause(id: number): void {
    const item = byId(id);
    if (item?.state !== 'sending' && item?.state !== 'waiting') return;
    item.state = 'paused';
    stop(id);
    next();
  }
  function again(id: number): void {
    const item = byId(id);
    const isStopped = item?.state === 'failed' || item?.state === 'paused';
    if (item && isStopped && !complaintAbout(item.file)) item.state = 'waiting';
    next();
  }
  whenOnline(() =>
    items.filter(({ state, error }) => state === 'paused' && error).forEach(({ id }) => again(id)),
  );
  const unfinished = computed(() => items.some(({ state }) => /waiting|sending/.test(state)));
  const mayPause = manners.takeBack !== undefined;
  return reactive({ items, busy: unfinished, mayPause, add, remove, pause, again }) as Uploads;
}
