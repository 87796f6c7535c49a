import type { RouteRecordRaw } from 'vue-router';

const writing = 'entries.write';
const endorsing = 'entries.endorse';
const checking = 'entries.check';

export const routes: RouteRecordRaw[] = [
  {
    path: '/my',
    component: () => import('./pages/MyEntriesPage.vue'),
    meta: {
      title: 'entries.my.title',
      permission: writing,
      menu: { key: 'entries.my.title', order: 20 },
    },
  },
  {
    path: '/my/entries/new',
    component: () => import('./pages/NewEntryPage.vue'),
    meta: { title: 'entries.new.title', permission: writing },
  },
  {
    path: '/my/entries/:id',
    component: () => import('./pages/TasksPage.vue'),
    props: true,
    meta: { title: 'entries.tasks.title', permission: writing },
  },
  {
    path: '/my/entries/:id/fields',
    component: () => import('./pages/FieldsPage.vue'),
    props: true,
    meta: { title: 'entries.fields.title', permission: writing },
  },
  {
    path: '/my/entries/:id/text',
    component: () => import('./pages/TextPage.vue'),
    props: true,
    meta: { title: 'entries.text.title', permission: writing },
  },
  {
    path: '/my/entries/:id/files',
    component: () => import('./pages/FilesPage.vue'),
    props: true,
    meta: { title: 'entries.files.title', permission: writing },
  },
  {
    path: '/my/entries/:id/check',
    component: () => import('./pages/CheckPage.vue'),
    props: true,
    meta: { title: 'entries.check.title', permission: writing },
  },
  {
    path: '/my/entries/:id/receipt',
    component: () => import('./pages/ReceiptPage.vue'),
    props: true,
    meta: { title: 'entries.receipt.title', permission: writing },
  },
  {
    path: '/unit',
    component: () => import('./pages/UnitPage.vue'),
    meta: {
      title: 'entries.unit.title',
      permission: endorsing,
      menu: { key: 'entries.unit.title', order: 15 },
    },
  },
  {
    path: '/unit/entries/:id',
    component: () => import('./pages/ReviewPage.vue'),
    props: true,
    meta: { title: 'entries.review.title', permission: endorsing },
  },
  {
    path: '/unit/report',
    component: () => import('./pages/ReportPage.vue'),
    meta: { title: 'entries.report.title', permission: endorsing },
  },
  {
    path: '/formal-check',
    component: () => import('./pages/FormalCheckHomePage.vue'),
    meta: {
      title: 'entries.formal.title',
      permission: checking,
      menu: { key: 'entries.formal.title', order: 30 },
    },
  },
  {
    path: '/formal-check/entries/:id',
    component: () => import('./pages/FormalCheckEntryPage.vue'),
    props: true,
    meta: { title: 'entries.formal.entryTitle', permission: checking },
  },
  {
    path: '/formal-check/:programmeId',
    component: () => import('./pages/FormalCheckPage.vue'),
    props: true,
    meta: { title: 'entries.formal.title', permission: checking },
  },
  {
    path: '/exchange',
    component: () => import('./pages/ExchangePage.vue'),
    meta: {
      title: 'entries.exchange.title',
      permission: 'entries.read',
      menu: { key: 'entries.exchange.title', order: 50 },
    },
  },
  {
    path: '/county',
    component: () => import('./pages/CountyPage.vue'),
    meta: { title: 'entries.county.title', permission: 'entries.read' },
  },
  {
    path: '/county/entries/:id',
    component: () => import('./pages/CountyEntryPage.vue'),
    props: true,
    meta: { title: 'entries.county.entryTitle', permission: 'entries.read' },
  },
];
