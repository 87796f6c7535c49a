import { computed, onScopeDispose, reactive } from 'vue';
import { useI18n } from 'vue-i18n';
import { asProblem } from '../api/problem';
import { faultOf, type FileRules } from './file-rules';
import { formatBytes } from './format';
import { useProblemWords } from './problem-words';

export type UploadItem = {
  readonly id: number;
  readonly file: File;
  state: 'waiting' | 'sending' | 'done' | 'failed';
  /** From 0 to 1. */
  share: number;
  error?: string;
};

type Send = (
  file: File,
  options: { onProgress: (share: number) => void; signal: AbortSignal },
) => Promise<unknown>;

export type Uploads = {
  readonly items: readonly UploadItem[];
  readonly busy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: number) => void;
  readonly again: (id: number) => void;
};

const sideBySide = 3;

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

/** Sends the waiting ones, three at a time; a removed one is stopped. */
function useSenders(items: UploadItem[], send: Send, done?: (file: File) => unknown) {
  const { wordsOf } = useProblemWords();
  const senders = new Map<number, AbortController>();

  async function start(item: UploadItem): Promise<void> {
    const stop = new AbortController();
    senders.set(item.id, stop);
    Object.assign(item, { state: 'sending', share: 0, error: undefined });
    try {
      const onProgress = (share: number): void => void (item.share = share);
      await send(item.file, { onProgress, signal: stop.signal });
      item.state = 'done';
      await done?.(item.file);
    } catch (error) {
      const { title, detail } = wordsOf(asProblem(error));
      Object.assign(item, { state: 'failed', error: detail || title });
    } finally {
      senders.delete(item.id);
      next();
    }
  }
  function next(): void {
    for (const item of items)
      if (item.state === 'waiting' && senders.size < sideBySide) void start(item);
  }
  onScopeDispose(() => senders.forEach((stop) => stop.abort()));
  return { next, stop: (id: number) => senders.get(id)?.abort() };
}

/** Files chosen to be sent. `send` usually calls `upload` of `api/upload.ts` from `queries.ts`. */
export function useUploads(
  send: Send,
  rules: FileRules = {},
  done?: (file: File) => unknown,
): Uploads {
  const items = reactive<UploadItem[]>([]);
  const complaintAbout = useComplaints(rules);
  const { next, stop } = useSenders(items, send, done);
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
    if (place >= 0) items.splice(place, 1);
  }
  function again(id: number): void {
    const item = items.find((one) => one.id === id);
    if (item?.state === 'failed' && !complaintAbout(item.file)) item.state = 'waiting';
    next();
  }
  const unfinished = computed(() => items.some(({ state }) => /waiting|sending/.test(state)));
  return reactive({ items, busy: unfinished, add, remove, again }) as Uploads;
}
