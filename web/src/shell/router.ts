import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type RouteLocationRaw,
  type RouteRecordRaw,
} from 'vue-router';
import { loadSession, useSession } from '../identity/session';
import { firstEntry, menuOf } from './menu';
import { moveToNewPage } from './new-page';
import { pageProblem } from './page-problem';

type RoutesFile = { readonly routes: RouteRecordRaw[] };

const modules = import.meta.glob<RoutesFile>('../*/routes.ts', { eager: true });

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: () => import('./HomePage.vue'), meta: { title: 'shell.home.title' } },
    ...Object.values(modules).flatMap(({ routes }) => routes),
    {
      path: '/:rest(.*)*',
      component: () => import('./NotFoundPage.vue'),
      meta: { title: 'shell.notFound.title', public: true },
    },
  ],
  scrollBehavior: (to, from, saved) =>
    saved ?? (to.path === from.path ? false : { top: 0, left: 0 }),
});

const home = (): RouteLocationRaw | undefined =>
  firstEntry(menuOf(router.getRoutes(), useSession().may));

/** Who is not signed in comes back to the page they wanted, after signing in. */
const signInFor = (to: RouteLocationNormalized): RouteLocationRaw => ({
  path: '/sign-in',
  query: to.fullPath === '/' ? {} : { return: to.fullPath },
});

router.beforeEach(async (to) => {
  const session = await loadSession();
  if (!session) return to.meta.public ? true : signInFor(to);
  if (to.path === '/sign-in') return '/';
  return to.path === '/' ? (home() ?? true) : true;
});

router.afterEach((to, from, failure) => {
  if (failure) return;
  pageProblem.value = null;
  moveToNewPage(to, from);
});

router.onError((error) => (pageProblem.value = error));
