import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/reporting/:programmeId',
    component: () => import('./pages/PrefecturesPage.vue'),
    props: true,
    meta: { title: 'reporting.title', permission: 'reporting.read', under: '/programmes' },
  },
];
