import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { inOrderOfWork } from './programme-windows';
import { useProgrammes, type ProgrammeCard } from './queries';
import type { Loaded } from './with-programme';

export type ChosenProgramme = {
  readonly programmes: Loaded<readonly ProgrammeCard[]>;
  /** The selection the page is about: the one in the address, else the one worked on now. */
  readonly chosen: ComputedRef<ProgrammeCard | undefined>;
  readonly choices: ComputedRef<readonly ProgrammeCard[]>;
  readonly choose: (id: string) => void;
};

/** Which selection a page of an officer is about; kept in the address. */
export function useChosenProgramme(states: readonly string[]): ChosenProgramme {
  const route = useRoute();
  const router = useRouter();
  const programmes = useProgrammes();
  const choices = computed(() => inOrderOfWork(programmes.data.value ?? [], states));
  const chosen = computed(
    () => choices.value.find(({ id }) => id === route.query.programme) ?? choices.value[0],
  );
  return {
    programmes,
    chosen,
    choices,
    choose: (id) => void router.replace({ query: { ...route.query, programme: id } }),
  };
}
