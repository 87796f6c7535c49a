import { computed, type ComputedRef } from 'vue';
import { useRouter } from 'vue-router';
import { useSession } from '../identity/session';
import { road, stateOf } from './states';

/** Where the work of each stage is done, and from which state on there is something to see. */
const places = [
  { key: 'formal-check', from: 'collecting' },
  { key: 'judging', from: 'collecting' },
  { key: 'tally', from: 'judging' },
  { key: 'announcement', from: 'verified' },
  { key: 'reporting', from: 'collecting' },
] as const;

export type ModuleLink = { readonly key: string; readonly to: string };

/** The pages of other modules that this person may open for a selection in this state. */
export function useModuleLinks(
  programme: () => { readonly id: string; readonly state: string },
): ComputedRef<readonly ModuleLink[]> {
  const router = useRouter();
  const { may } = useSession();

  const mayOpen = (to: string): boolean => {
    const page = router.resolve(to).matched.at(-1);
    return page !== undefined && !page.meta.public && may(page.meta.permission);
  };

  return computed(() => {
    const { id, state } = programme();
    const now = road.indexOf(stateOf(state));
    return places
      .filter(({ from }) => now >= road.indexOf(from))
      .map(({ key }) => ({ key, to: `/${key}/${id}` }))
      .filter(({ to }) => mayOpen(to));
  });
}
