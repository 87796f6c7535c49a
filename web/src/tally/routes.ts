import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/tally/:programmeId',
    component: () => import('./pages/TallyPage.vue'),
    props: true,
    meta: { title: 'tally.title', permission: 'tally.read', under: '/programmes' },
  },
];
