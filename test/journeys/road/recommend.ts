import type { Page } from 'playwright-core';
import { follow, press, see } from '../../support/browser.js';
import { pdfFile } from '../../support/documents.js';
import { testPassword } from '../../support/people.js';
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
  const rows = page.locator('li[draggable]');
  await rows.nth(1).dragTo(rows.nth(0));
  await see(page, `已将“${otherTitle}”移到第 1 位。`);
  await press(page, '撤销调整');
  await see(page, '已恢复原来的顺序。');
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

/** Made known, made into a sheet, stamped, scanned and locked. */
async function handUp({ browser }: Cast, page: Page): Promise<void> {
  await follow(page, '核对并上报');
  await browser.look(page, 'report-list');
  await page.getByLabel('公示地点').fill('市教育局门户网站');
  await page.getByLabel('开始日期').fill('2020-07-20');
  await page.getByLabel('结束日期').fill('2020-07-24');
  await page.getByLabel('结果').fill('没有收到异议。');
  await press(page, '保存公示情况');
  await see(page, '公示情况已保存。');
  await press(page, '生成汇总表');
  await see(page, '第 1 版，生成于');
  const scan = { name: '汇总表.pdf', mimeType: 'application/pdf', buffer: await pdfFile() };
  await page.getByLabel('盖章扫描件').setInputFiles(scan);
  await see(page, '更换扫描件');
  await browser.look(page, 'report-list-scanned');
  await press(page, '锁定上报');
  await page.getByLabel('请输入“2”以确认').fill('2');
  await page.getByLabel('您的登录密码').fill(testPassword);
  await page.getByRole('dialog').getByRole('button', { name: '锁定上报' }).click();
  await see(page, '名单校验码');
  await browser.look(page, 'report-list-locked');
  await page.close();
}
