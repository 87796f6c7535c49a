import type { RouteRecordRaw } from 'vue-router';

export const routes: RouteRecordRaw[] = [
  {
    path: '/announcement/:programmeId',
    component: () => import('./pages/AnnouncementPage.vue'),
    props: true,
    meta: { title: 'announcement.title', permission: 'announcement.manage', under: '/programmes' },
  },
];
