import type { RouteRecordRaw } from 'vue-router';

const reading = 'programmes.read';
const managing = 'programmes.manage';

export const routes: RouteRecordRaw[] = [
  {
    path: '/programmes',
    component: () => import('./pages/ProgrammesPage.vue'),
    meta: {
      title: 'programmes.list.title',
      permission: reading,
      menu: { key: 'programmes.list.title', order: 25 },
    },
  },
  {
    path: '/programmes/new',
    component: () => import('./pages/NewProgrammePage.vue'),
    meta: { title: 'programmes.new.title', permission: managing },
  },
  {
    path: '/programmes/:id',
    component: () => import('./pages/ProgrammePage.vue'),
    props: true,
    meta: { title: 'programmes.one.title', permission: reading },
  },
  {
    path: '/programmes/:id/rules',
    component: () => import('./pages/RulesPage.vue'),
    props: true,
    meta: { title: 'programmes.rules.title', permission: reading },
  },
  {
    path: '/programmes/:id/quotas',
    component: () => import('./pages/QuotasPage.vue'),
    props: true,
    meta: { title: 'programmes.quotas.title', permission: reading },
  },
  {
    path: '/programmes/:id/health',
    component: () => import('./pages/HealthPage.vue'),
    props: true,
    meta: { title: 'programmes.health.title', permission: managing },
  },
  {
    path: '/programmes/:id/changes',
    component: () => import('./pages/ChangesPage.vue'),
    props: true,
    meta: { title: 'programmes.changes.title', permission: 'programmes.read-changes' },
  },
  {
    path: '/programmes/:id/setup/:screen',
    component: () => import('./setup/SetupPage.vue'),
    props: true,
    meta: { title: 'programmes.setup.title', permission: managing },
  },
];
