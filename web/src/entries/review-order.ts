import { computed, type ComputedRef, ref, watch } from 'vue';
import { useEntries } from './queries';

/** The entries that wait for a unit's decision, before and after the one that is read. */
export function useReviewOrder(
  id: () => string,
  programmeId: () => string | undefined,
): {
  readonly next: ComputedRef<string | undefined>;
  readonly previous: ComputedRef<string | undefined>;
} {
  const waiting = useEntries(
    () => ({ programmeId: programmeId(), state: 'submitted' }),
    () => Boolean(programmeId()),
  );
  const open = computed(
    () => waiting.data.value?.pages.flatMap((page) => page.entries.map((entry) => entry.id)) ?? [],
  );
  /** The list as it was when the reading began, so that deciding does not lose the way. */
  const order = ref<string[]>([]);
  watch(
    open,
    (found) => {
      order.value = [...order.value, ...found.filter((one) => !order.value.includes(one))];
    },
    { immediate: true },
  );
  const after = computed(() => {
    const place = order.value.indexOf(id());
    return [...order.value.slice(place + 1), ...order.value.slice(0, Math.max(0, place))].filter(
      (one) => one !== id() && open.value.includes(one),
    );
  });
  return {
    next: computed(() => after.value.at(0)),
    previous: computed(() => after.value.at(-1)),
  };
}
