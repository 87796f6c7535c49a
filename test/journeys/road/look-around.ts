import type { Page } from 'playwright-core';
import type { Role } from '../../../src/identity/rules/roles.js';
import { press } from '../../support/browser.js';
import { clientIn } from '../../support/programmes.js';
import type { Cast } from './cast.js';

const roles: readonly (readonly [Role, string])[] = [
  ['system-admin', '430000'],
  ['security-admin', '430000'],
  ['audit-admin', '430000'],
  ['programme-admin', '430000'],
  ['supervisor', '430000'],
  ['prefecture-officer', '430100'],
  ['county-officer', '430102'],
  ['submitter', '430102-01'],
];

/** Pages behind the first ones of those who keep the registers. */
const behind: Readonly<Partial<Record<Role, readonly string[]>>> = {
  'system-admin': ['/people/new', '/organisations/new'],
  'security-admin': ['/people/roles'],
  'prefecture-officer': ['/below/new', '/below/import'],
};

/** Every role's own pages after all that has happened, in both languages; a visitor's first page. */
export async function lookAround({ browser, house, organisations }: Cast): Promise<void> {
  const signIn = await browser.page('/sign-in');
  await browser.look(signIn, 'sign-in');
  await signIn.close();
  const seen = new Set<string>();
  for (const [role, code] of roles) {
    const page = await browser.page('/', await clientIn(house, organisations, role, code));
    for (const path of [...(await menuOf(page)), ...(behind[role] ?? [])]) {
      if (seen.has(path)) continue;
      seen.add(path);
      await page.goto(path);
      await browser.look(page, `${role}${path}`);
      await press(page, 'English');
      await browser.look(page, `${role}${path}-en`);
      await press(page, '中文');
    }
    await page.close();
  }
}

/** Where the menu leads; with a single entry there is none, and one is there already. */
async function menuOf(page: Page): Promise<string[]> {
  await page.locator('h1').waitFor();
  const links = await page.getByRole('navigation', { name: '主菜单' }).getByRole('link').all();
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')));
  return [new URL(page.url()).pathname, ...paths.filter((path) => path !== null)];
}
