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
    path: '/judging/experts',
    component: () => import('./pages/ExpertsPage.vue'),
    meta: {
      title: 'judging.pool.title',
      permission: managing,
      menu: { key: 'judging.pool.title', order: 45 },
    },
  },
  {
    path: '/judging/experts/import',
    component: () => import('./pages/ImportExpertsPage.vue'),
    meta: { title: 'judging.pool.import', permission: managing },
  },
  {
    path: '/judging/unlocks',
    component: () => import('./pages/UnlocksPage.vue'),
    meta: {
      title: 'judging.unlocks.nav',
      permission: 'judging.read-unlocks',
      menu: { key: 'judging.unlocks.nav', order: 47 },
    },
  },
  {
    path: '/judging/:programmeId',
    component: () => import('./pages/JudgingPage.vue'),
    props: true,
    meta: { title: 'judging.admin.title', permission: managing },
  },
  {
    path: '/judging/:programmeId/rounds/:roundId/monitor',
    component: () => import('./pages/MonitorPage.vue'),
    props: true,
    meta: { title: 'judging.monitor.title', permission: managing },
  },
  {
    path: '/judging/:programmeId/rounds/:roundId/assignments/:runId',
    component: () => import('./pages/AssignmentPage.vue'),
    props: true,
    meta: { title: 'judging.runs.page', permission: managing },
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
    path: '/judge/spreads',
    component: () => import('./pages/ChairPage.vue'),
    meta: { title: 'judging.chair.title', permission: scoring },
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
    path: '/judge/:roundId/table',
    component: () => import('./pages/OwnSheetsPage.vue'),
    props: true,
    meta: { title: 'judging.table.title', permission: scoring },
  },
  {
    path: '/judge/:roundId/compare',
    component: () => import('./pages/ComparePage.vue'),
    props: ({ params, query }) => ({
      roundId: params['roundId'],
      ids: String(query['ids'] ?? '').split(','),
    }),
    meta: { title: 'judging.compare.title', permission: scoring },
  },
  {
    path: '/judge/:roundId/sign',
    component: () => import('./pages/SignPage.vue'),
    props: true,
    meta: { title: 'judging.sign.title', permission: scoring },
  },
];
