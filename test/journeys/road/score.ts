import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { follow, press, see } from '../../support/browser.js';
import type { Client } from '../../support/client.js';
import { fillSheet, queueOf } from '../../support/judging.js';
import type { Cast } from './cast.js';
import type { Panel } from './empanel.js';

const points = ['13.5', '22', '17.5', '18', '13', '4.5'];
const comment =
  '目标清楚，机制完整，数据可以核对；建议补充同类学校推广所需的条件和可能遇到的困难。';

/** One judge scores both entries by the keyboard alone and signs; the others do so over HTTP. */
export async function score(cast: Cast, { page, others, roundId }: Panel): Promise<void> {
  const { browser } = cast;
  await page.goto('/judge');
  await browser.look(page, 'judge');
  await follow(page, '回避申报');
  await browser.look(page, 'judge-recusal');
  await page.goBack();
  await follow(page, '开始评审');
  await see(page, '已匿名：单位和人员信息不显示');
  await browser.look(page, 'judge-desk');
  await scoreByKeys(page);
  await browser.look(page, 'judge-desk-scored');
  const first = page.url();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL((url) => url.href !== first);
  await see(page, '已评完 1/2');
  await scoreByKeys(page);
  await page.keyboard.press('Control+Enter');
  await see(page, '2 份已评完待签名');
  expect(await page.getByRole('cell', { name: '强烈推荐' }).count()).toBe(2);
  await browser.look(page, 'judge-sign');
  await press(page, '签名确认（2 份）');
  await page.getByLabel('请输入“2”以确认').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: '签名' }).click();
  await see(page, '签名回执');
  await browser.look(page, 'judge-signed');
  await page.close();
  for (const [index, client] of others.entries()) await signFor(cast, client, roundId, index);
}

/** To the first criterion by its number, on by Enter, to the recommendation by Tab. */
async function scoreByKeys(page: Page): Promise<void> {
  await page.getByLabel('1. ').waitFor();
  await page.keyboard.press('1');
  for (const value of points) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.insertText(comment);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByLabel('强烈推荐').and(page.locator(':checked')).waitFor();
}

/** Four fifths of everything; the school's entry gets more for its depth. */
async function signFor(
  { entry }: Cast,
  client: Client,
  roundId: string,
  index: number,
): Promise<void> {
  for (const { id, title } of await queueOf(client, roundId)) {
    await fillSheet(client, id);
    if (title === entry.title)
      await client.put(`/api/judging/sheets/${id}/scores/fusion`, { value: 2100 + index * 100 }, 1);
  }
  const { status, text } = await client.post(`/api/judging/rounds/${roundId}/signature`);
  if (status !== 200) throw new Error(`not signed: ${text}`);
}
