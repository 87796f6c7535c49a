import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { follow, press, see } from '../../support/browser.js';
import type { Client } from '../../support/client.js';
import { type Cast, selection, times } from './cast.js';
import { otherTitle } from './recommend.js';

/** The round is closed, two people verify its result, notice is given and the results announced. */
export async function announce(cast: Cast, programmeId: string): Promise<void> {
  const { house, browser, admin, second } = cast;
  await house.setClock(times.afterJudging);
  const page = await browser.page(`/judging/${programmeId}`, admin);
  await browser.look(page, 'round-signed');
  await press(page, '结束本轮');
  await page.getByLabel('请输入“2”以确认').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: '结束本轮' }).click();
  await see(page, '本轮已结束');

  await page.goto(`/tally/${programmeId}`);
  await confirm(page);
  await see(page, '等待另一名管理员确认。');
  await browser.look(page, 'tally-confirmed-once');
  const other = await browser.page(`/tally/${programmeId}`, second);
  await confirm(other);
  await see(other, '已复核');
  await browser.look(other, 'tally-verified');
  await other.close();

  await page.goto(`/announcement/${programmeId}`);
  await giveNotice(cast, page);
  await house.setClock(await endOfNotice(admin, programmeId));
  await page.reload();
  await browser.look(page, 'notice-over');
  await typeAndConfirm(page, '公布结果');
  await see(page, '结果已公布。');
  await page.getByRole('link', { name: '查看公开页面' }).nth(1).waitFor();
  await browser.look(page, 'announced');
  await readByPublic(cast, 'results');
  await report(cast, page, programmeId);
}

async function confirm(page: Page): Promise<void> {
  await press(page, '确认结果');
  await page.getByRole('dialog').getByRole('button', { name: '确认结果' }).click();
}

async function typeAndConfirm(page: Page, name: string): Promise<void> {
  await press(page, name);
  await page.getByLabel('请输入“1”以确认').fill('1');
  await page.getByRole('dialog').getByRole('button', { name }).click();
}

async function giveNotice(cast: Cast, page: Page): Promise<void> {
  await page.getByLabel('联系方式').fill('湖南省教育厅德育处 0731-80000000');
  await cast.browser.look(page, 'notice-form');
  await typeAndConfirm(page, '发布公示');
  await see(page, '公示已发布。');
  await page.getByRole('link', { name: '查看公开页面' }).waitFor();
  await cast.browser.look(page, 'notice-given');
  await readByPublic(cast, 'notice');
}

async function endOfNotice(admin: Client, programmeId: string): Promise<string> {
  const { body } = await admin.get(`/api/announcement/programmes/${programmeId}`);
  return body.releases[0].endsAt as string;
}

/** A visitor sees what was selected and nothing else. */
async function readByPublic({ browser, entry }: Cast, name: string): Promise<void> {
  const page = await browser.page(`/p/${selection.slug}/${name}`);
  await see(page, entry.title);
  expect(await page.getByText(otherTitle).count()).toBe(0);
  await browser.look(page, `public-${name}`);
  await page.close();
}

async function report({ browser }: Cast, page: Page, programmeId: string): Promise<void> {
  await page.goto(`/programmes/${programmeId}`);
  await browser.look(page, 'programme-announced');
  await follow(page, '统计');
  await see(page, '长沙市');
  await browser.look(page, 'reporting');
  await page.close();
}
