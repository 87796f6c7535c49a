import type { Page } from 'playwright-core';
import { follow, press, see } from '../../support/browser.js';
import { goodTitle, submittedEntry } from '../../support/entries.js';
import type { Cast } from './cast.js';

const remark = '请补充经验在其他学校推广的条件。';
/** The entry of the other school, which will not be selected. */
export const otherTitle = goodTitle;
const insight = '四、经验与启示';

/** The prefecture returns an entry, the school corrects it, and the prefecture hands up its list of two. */
export async function recommend(cast: Cast, programmeId: string, entryId: string): Promise<void> {
  const { browser, officer, otherSchool } = cast;
  const page = await browser.page('/', officer);
  await browser.look(page, 'unit');
  await giveBack(cast, page);
  await correct(cast, entryId);
  await submittedEntry(otherSchool, programmeId, { title: otherTitle });

  for (const title of [cast.entry.title, otherTitle]) {
    await page.goto('/unit');
    await follow(page, title);
    await press(page, '推荐');
    await see(page, '已推荐');
  }
  await page.goto('/unit?tab=ranked');
  await press(page, `上移“${otherTitle}”`);
  await see(page, `已将“${otherTitle}”移到第 1 位。`);
  await press(page, '撤销调整');
  await see(page, '已恢复原来的顺序。');
  await browser.look(page, 'unit-ranked');
  await handUp(cast, page);
}

async function giveBack({ browser, entry }: Cast, page: Page): Promise<void> {
  await follow(page, entry.title);
  await browser.look(page, 'review');
  await press(page, `对“${insight}”提意见`);
  await page.getByLabel('意见', { exact: true }).fill(remark);
  await browser.look(page, 'review-return');
  await press(page, '退回修改');
  await see(page, '已退回修改');
}

/** The school sees what is asked for, writes a sentence more and hands in again. */
async function correct({ browser, school, entry }: Cast, entryId: string): Promise<void> {
  const page = await browser.page('/', school);
  await follow(page, entry.title);
  await browser.look(page, 'entry-tasks-returned');
  await follow(page, '案例正文');
  await see(page, remark);
  const section = page.getByLabel(insight);
  await section.fill(`${await section.inputValue()}\n条件相近的学校可以从一个年级开始试行。`);
  await browser.look(page, 'entry-text-returned');
  await see(page, '已保存');
  await page.goto(`/my/entries/${entryId}/check`);
  await press(page, '提交');
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await see(page, '回执编号');
  await page.close();
}

async function handUp({ browser }: Cast, page: Page): Promise<void> {
  await follow(page, '核对并上报');
  await browser.look(page, 'report-list');
  await press(page, '锁定上报');
  await page.getByLabel('请输入“2”以确认').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: '锁定上报' }).click();
  await see(page, '名单校验码');
  await browser.look(page, 'report-list-locked');
  await page.close();
}
