import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useSession } from '../identity/session';
import { entryOfPage, menuOf, type MenuGroup } from './menu';

/** The menu of the person who is signed in, and the entry of the present page. */
export function useMenu(): {
  groups: ComputedRef<readonly MenuGroup[]>;
  here: ComputedRef<string | undefined>;
} {
  const { session, may } = useSession();
  const router = useRouter();
  const route = useRoute();
  const groups = computed(() => (session.value ? menuOf(router.getRoutes(), may) : []));
  const here = computed(() => entryOfPage(groups.value, route.meta.under ?? route.path));
  return { groups, here };
}
