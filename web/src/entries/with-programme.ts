import { computed, type Ref } from 'vue';
import { useProgramme, type CheckedEntry, type Entry, type Programme } from './queries';

/** What `QueryView` needs of a query, for data put together from several. */
export type Loaded<Data> = {
  readonly data: Readonly<Ref<Data | undefined>>;
  readonly error: Readonly<Ref<Error | null>>;
  readonly refetch: () => unknown;
};

/** Two things a page needs together. */
export const both = <One, Other, Data>(
  one: Loaded<One>,
  other: Loaded<Other>,
  together: (one: One, other: Other) => Data,
): Loaded<Data> => ({
  data: computed(() =>
    one.data.value !== undefined && other.data.value !== undefined
      ? together(one.data.value, other.data.value)
      : undefined,
  ),
  error: computed(() => one.error.value ?? other.error.value),
  refetch: () => Promise.all([one.refetch(), other.refetch()]),
});

/** An entry together with its selection. */
export const useWithProgramme = <Shown extends Entry | CheckedEntry>(
  entry: Loaded<Shown>,
): Loaded<{ entry: Shown; programme: Programme }> =>
  both(
    entry,
    useProgramme(() => entry.data.value?.programmeId),
    (shown, programme) => ({ entry: shown, programme }),
  );
