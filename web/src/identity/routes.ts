import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: () => import('./pages/SignInPage.vue'),
    meta: { title: 'identity.signIn.title', public: true, bare: true },
  },
  {
    path: '/welcome',
    component: () => import('./pages/WelcomePage.vue'),
    meta: { title: 'identity.welcome.title', public: true, bare: true },
  },
];
