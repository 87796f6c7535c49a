import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { asProblem } from '../api/problem';

/** What is wrong with one cell of a sheet. */
export type CellFault = {
  /** In the sheet, from 1. */
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly text: string;
};

export type SheetImport<Preview> = {
  readonly file: Readonly<ShallowRef<File | undefined>>;
  /** What would become of the file, once it was looked at. */
  readonly preview: Readonly<ShallowRef<Preview | undefined>>;
  readonly problem: Readonly<ShallowRef<unknown>>;
  readonly busy: Readonly<Ref<boolean>>;
  /** Looks at a file; nothing is written. */
  readonly look: (file: File) => Promise<void>;
  /** Takes in the file that was looked at; answers whether it was. */
  readonly take: () => Promise<boolean>;
  readonly clear: () => void;
};

/** A sheet is looked at first and then taken in: all of its rows or none. */
export function useSheetImport<Preview extends { readonly faults: readonly CellFault[] }>(options: {
  readonly look: (file: File) => Promise<Preview>;
  readonly take: (file: File) => Promise<unknown>;
}): SheetImport<Preview> {
  const file = shallowRef<File>();
  const preview = shallowRef<Preview>();
  const problem = shallowRef<unknown>(null);
  const busy = ref(false);

  async function doing(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await work();
      return true;
    } catch (error) {
      problem.value = asProblem(error);
      return false;
    } finally {
      busy.value = false;
    }
  }
  const clear = (): void => {
    file.value = undefined;
    preview.value = undefined;
    problem.value = null;
  };
  async function look(chosen: File): Promise<void> {
    clear();
    file.value = chosen;
    await doing(async () => (preview.value = await options.look(chosen)));
  }
  async function take(): Promise<boolean> {
    const chosen = file.value;
    if (chosen === undefined || !(await doing(() => options.take(chosen)))) return false;
    clear();
    return true;
  }
  return { file, preview, problem, busy, look, take, clear };
}
