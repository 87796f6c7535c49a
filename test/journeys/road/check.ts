import { follow, press, see } from '../../support/browser.js';
import { type Cast, times } from './cast.js';

/** The province begins the formal check when both lists are closed and accepts what was handed up. */
export async function check(cast: Cast, programmeId: string): Promise<void> {
  const { house, browser, admin, entry } = cast;
  await house.setClock(times.afterRecommendation);
  const page = await browser.page(`/programmes/${programmeId}`, admin);
  await press(page, '开始形式审查');
  await page.getByRole('dialog').getByRole('button', { name: '开始形式审查' }).click();
  await see(page, '已进入形式审查。');

  await page.goto('/formal-check');
  await browser.look(page, 'formal-check-home');
  await page.goto(`/formal-check/${programmeId}`);
  await see(page, '均符合');
  await browser.look(page, 'formal-check');
  await follow(page, entry.title);
  await browser.look(page, 'formal-check-entry');
  await press(page, '通过');
  await see(page, '已通过形式审查');
  await follow(page, '形式审查');
  await press(page, '勾选全部等待审查的');
  await press(page, '通过所选（1）');
  await browser.look(page, 'formal-check-many');
  await page.getByRole('dialog').getByRole('button', { name: '通过' }).click();
  await see(page, '已通过 1 件');
  await page.close();
}
