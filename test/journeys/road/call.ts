import { fill, follow, press, see } from '../../support/browser.js';
import { type Cast, idIn, selection } from './cast.js';

/** An administrator makes a selection from the template, gives places and opens it; its id. */
export async function call({ browser, admin }: Cast): Promise<string> {
  const page = await browser.page('/', admin);
  await follow(page, '新建活动');
  await fill(page, { 活动名称: selection.name, 网址标识: selection.slug });
  await browser.look(page, 'programme-new');
  await press(page, '新建活动');
  await page.waitForURL(/\/programmes\/[0-9a-f-]{36}\/setup\/basics$/);
  const id = idIn(page.url(), 'programmes');
  await page.goto(`/programmes/${id}`);
  await browser.look(page, 'programme-draft');

  await page.goto(`/programmes/${id}/setup/quotas`);
  await fill(page, {
    '长沙市，党建+德育工作': '2',
    '株洲市，党建+德育工作': '1',
    '省直，党建+师德师风': '1',
  });
  await browser.look(page, 'quotas');
  await press(page, '保存名额');
  await see(page, '名额已保存。');

  await page.goto(`/programmes/${id}/setup/schedule`);
  await page.getByRole('group', { name: '评审' }).getByLabel('截止时间').fill('2026-05-08T17:00');
  await press(page, '保存并继续');
  await page.waitForURL(/judging$/);
  await page.goto(`/programmes/${id}/setup/results`);
  await fill(page, { 每个类别的数量: '1' });
  await press(page, '保存并继续');
  await page.waitForURL(/health$/);

  await page.goto(`/programmes/${id}`);
  await press(page, '开放申报');
  await browser.look(page, 'opening');
  await page.getByRole('dialog').getByRole('button', { name: '开放申报' }).click();
  await see(page, '已开放申报，规则已冻结。');
  await browser.look(page, 'programme-open');
  await follow(page, '评选规则');
  await browser.look(page, 'rules');
  await page.close();
  return id;
}
