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
  {
    path: '/people',
    component: () => import('./pages/PeoplePage.vue'),
    meta: {
      title: 'identity.people.title',
      permission: 'identity.read',
      menu: { key: 'identity.people.title', order: 60 },
    },
  },
  {
    path: '/people/new',
    component: () => import('./pages/AddPeoplePage.vue'),
    meta: { title: 'identity.paste.people.title', permission: 'identity.manage-people' },
  },
  {
    path: '/people/roles',
    component: () => import('./pages/GrantRolesPage.vue'),
    meta: { title: 'identity.paste.grants.title', permission: 'identity.grant-roles' },
  },
  {
    path: '/below',
    component: () => import('./pages/BelowPage.vue'),
    meta: {
      title: 'identity.below.title',
      permission: 'identity.invite-below',
      menu: { key: 'identity.below.title', order: 59 },
    },
  },
  {
    path: '/below/new',
    component: () => import('./pages/InviteBelowPage.vue'),
    meta: { title: 'identity.below.invite', permission: 'identity.invite-below' },
  },
  {
    path: '/below/import',
    component: () => import('./pages/ImportBelowPage.vue'),
    meta: { title: 'identity.below.import', permission: 'identity.invite-below' },
  },
  {
    path: '/organisations',
    component: () => import('./pages/OrganisationsPage.vue'),
    meta: {
      title: 'identity.organisations.title',
      permission: 'identity.read',
      menu: { key: 'identity.organisations.title', order: 61 },
    },
  },
  {
    path: '/organisations/new',
    component: () => import('./pages/AddOrganisationsPage.vue'),
    meta: {
      title: 'identity.paste.organisations.title',
      permission: 'identity.manage-organisations',
    },
  },
];
