import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';

export type Act = {
  readonly busy: Readonly<Ref<boolean>>;
  /** Why it did not succeed; null before and after it did. */
  readonly problem: Readonly<ShallowRef<unknown>>;
  /** Does it once at a time; answers whether it succeeded. */
  readonly run: (act: () => Promise<unknown>) => Promise<boolean>;
  readonly clear: () => void;
};

/** One act of a page: whether it is under way and why it failed. */
export function useAct(): Act {
  const busy = ref(false);
  const problem = shallowRef<unknown>(null);

  async function run(act: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = null;
    try {
      await act();
      return true;
    } catch (error) {
      problem.value = error;
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, run, clear: () => void (problem.value = null) };
}
