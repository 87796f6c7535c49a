import type { RouteRecordRaw } from 'vue-router';

const managing = 'judging.manage';
const scoring = 'judging.score';

export const routes: RouteRecordRaw[] = [
  {
    path: '/judging',
    component: () => import('./pages/JudgingHomePage.vue'),
    meta: {
      title: 'judging.admin.title',
      permission: managing,
      menu: { key: 'judging.admin.title', order: 40 },
    },
  },
  {
    path: '/judging/:programmeId',
    component: () => import('./pages/JudgingPage.vue'),
    props: true,
    meta: { title: 'judging.admin.title', permission: managing },
  },
  {
    path: '/judge',
    component: () => import('./pages/JudgePage.vue'),
    meta: {
      title: 'judging.mine.title',
      permission: scoring,
      menu: { key: 'judging.mine.title', order: 10 },
    },
  },
  {
    path: '/judge/:programmeId/recusal',
    component: () => import('./pages/RecusalPage.vue'),
    props: true,
    meta: { title: 'judging.recusal.title', permission: scoring },
  },
  {
    path: '/judge/:roundId/desk/:sheetId?',
    component: () => import('./pages/DeskPage.vue'),
    props: true,
    meta: { title: 'judging.desk.title', permission: scoring },
  },
  {
    path: '/judge/:roundId/sign',
    component: () => import('./pages/SignPage.vue'),
    props: true,
    meta: { title: 'judging.sign.title', permission: scoring },
  },
];
