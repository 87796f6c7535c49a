import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/audit',
    component: () => import('./pages/AuditPage.vue'),
    meta: {
      title: 'audit.title',
      permission: 'audit.read',
      menu: { key: 'audit.title', order: 70 },
    },
  },
];
