import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { asProblem } from '../api/problem';
import { mostRows, readRows, refusedLines, type Fault, type Numbered } from './paste-rows';
import type { PasteRule, Row } from './paste-rows';

export type PasteOptions = {
  readonly rule: () => PasteRule;
  readonly headings: () => readonly string[];
  readonly send: (rows: Row[]) => Promise<{ readonly added: number }>;
};

export type Paste = {
  readonly text: Ref<string>;
  /** The rows that will be sent, once they are checked; nothing while the text is being changed. */
  readonly checked: Readonly<Ref<readonly Numbered[] | null>>;
  readonly faults: Readonly<Ref<readonly Fault[]>>;
  /** `empty`, `many`: what is wrong with the text as a whole. */
  readonly lack: Readonly<Ref<'empty' | 'many' | null>>;
  readonly problem: Readonly<Ref<unknown>>;
  readonly busy: Readonly<Ref<boolean>>;
  readonly done: Readonly<Ref<{ readonly added: number; readonly sent: number } | null>>;
  readonly unsent: Readonly<Ref<boolean>>;
  readonly check: () => void;
  readonly send: () => Promise<void>;
};

/** Rows are pasted, checked, looked at, and then sent all together; a refusal takes nothing away. */
export function usePaste(options: PasteOptions): Paste {
  const text = ref('');
  const checked = shallowRef<readonly Numbered[] | null>(null);
  const faults = shallowRef<readonly Fault[]>([]);
  const lack = ref<'empty' | 'many' | null>(null);
  const problem = shallowRef<unknown>(null);
  const busy = ref(false);
  const done = shallowRef<{ added: number; sent: number } | null>(null);

  const clear = (): void => {
    checked.value = null;
    faults.value = [];
    lack.value = null;
    problem.value = null;
    done.value = null;
  };
  watch(text, () => {
    checked.value = null;
    if (text.value !== '') done.value = null;
  });

  function check(): void {
    const { rows, faults: found } = readRows(text.value, options.rule(), options.headings());
    clear();
    faults.value = found;
    if (found.length > 0) return;
    if (rows.length === 0) lack.value = 'empty';
    else if (rows.length > mostRows) lack.value = 'many';
    else checked.value = rows;
  }

  async function send(): Promise<void> {
    const rows = checked.value;
    if (rows === null || busy.value) return;
    busy.value = true;
    try {
      const { added } = await options.send(rows.map(({ row }) => row));
      clear();
      text.value = '';
      done.value = { added, sent: rows.length };
    } catch (error) {
      clear();
      problem.value = error;
      faults.value = refusedLines(asProblem(error), rows);
    } finally {
      busy.value = false;
    }
  }

  const unsent = computed(() => text.value.trim() !== '');
  return { text, checked, faults, lack, problem, busy, done, unsent, check, send };
}
