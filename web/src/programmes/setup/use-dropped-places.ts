import { computed, ref, watch } from 'vue';
import type { Form } from '../../ui/use-form';

type Placed = { readonly code: string; readonly name: string; readonly places: number };

/** Asks once the server says that places go with the categories taken away, and sends again if that is meant. */
export function useDroppedPlaces<Values extends { dropsPlaces: boolean }>(form: Form<Values>) {
  const asking = ref(false);
  const dropped = computed(() =>
    form.problem?.code === 'programmes.category-holds-places'
      ? ((form.problem.details?.['categories'] ?? []) as readonly Placed[])
      : [],
  );
  watch(dropped, (lost) => void (asking.value = lost.length > 0));

  async function confirm(): Promise<void> {
    asking.value = false;
    form.values.dropsPlaces = true;
    await form.submit();
    form.values.dropsPlaces = false;
  }
  return { asking, dropped, confirm };
}
