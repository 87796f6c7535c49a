import type { Page } from 'playwright-core';
import { follow, press, see } from '../../support/browser.js';
import type { Client } from '../../support/client.js';
import { pdfFile } from '../../support/documents.js';
import { type Cast, idIn, times } from './cast.js';

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
  await see(page, '项待核对');
  await browser.look(page, 'formal-check');
  await follow(page, entry.title);
  await see(page, '评委用副本：已生成');
  await askAndCorrect(cast, page);
  await press(page, '通过');
  await browser.look(page, 'formal-check-confirm');
  await page.getByRole('dialog').getByRole('button', { name: '通过' }).click();
  await see(page, '已通过形式审查');
  await follow(page, '形式审查');
  await acceptRest(cast, page);
  await page.close();
}

const stamps = '学校、县市区、市州盖章页齐全清晰';

/** The stamp page is found wanting, its unit gets time, and its prefecture hands in another. */
async function askAndCorrect({ browser, officer }: Cast, page: Page): Promise<void> {
  await press(page, `${stamps}：不符`);
  await page.getByLabel('不符：理由').fill('缺县市区盖章页');
  await browser.look(page, 'formal-check-entry-note');
  await press(page, '保存');
  await see(page, '认定不符');
  await press(page, '要求补正');
  await page.getByLabel('针对').selectOption({ label: '盖章推荐表（PDF 扫描件）' });
  await page.getByLabel('意见', { exact: true }).fill('请补盖县市区公章后重新扫描上传。');
  await page.getByLabel('补正期限').fill('2026-04-20T17:00');
  await browser.look(page, 'formal-check-ask');
  await press(page, '要求补正');
  await see(page, '等待补正');
  await browser.look(page, 'formal-check-correcting');
  await correct(browser, officer, page.url());
  await page.reload();
  await see(page, '已补正，请重新核对');
  await press(page, `${stamps}：符合`);
  await see(page, '认定符合');
  await browser.look(page, 'formal-check-entry');
}

async function correct(browser: Cast['browser'], officer: Client, url: string): Promise<void> {
  const id = idIn(url, 'entries');
  const page = await browser.page(`/unit/entries/${id}`, officer);
  await browser.look(page, 'review-correcting');
  await follow(page, '代为补正');
  await browser.look(page, 'entry-tasks-correcting');
  await page.goto(`/my/entries/${id}/files`);
  await press(page, '删除 推荐表.pdf');
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  const scan = { name: '推荐表补盖.pdf', mimeType: 'application/pdf', buffer: await pdfFile() };
  await page.getByLabel('上传盖章推荐表').setInputFiles(scan);
  await page.getByRole('link', { name: '推荐表补盖.pdf' }).waitFor();
  await browser.look(page, 'entry-files-correcting');
  await page.goto(`/my/entries/${id}/check`);
  await press(page, '提交');
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await see(page, '回执编号');
  await page.close();
}

/** What is left is looked at in a preview and accepted as it shows. */
async function acceptRest({ browser }: Cast, page: Page): Promise<void> {
  await press(page, '勾选全部等待审查的');
  await see(page, '对勾选的 1 件');
  await press(page, '要求补正');
  await browser.look(page, 'formal-check-many-ask');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await press(page, '通过');
  await see(page, '没有可以这样办理的案例');
  await page.getByLabel('待人工核对的各项均已核对，均符合').check();
  await see(page, '将办理 1 件');
  await browser.look(page, 'formal-check-many');
  await press(page, '办理 1 件');
  await see(page, '已办理 1 件');
}
