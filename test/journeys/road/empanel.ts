import { Caller } from '../../../src/rehearsal/caller.js';
import { linkFor, quiet } from '../../../src/rehearsal/mailbox.js';
import type { Page } from 'playwright-core';
import { fill, press, see } from '../../support/browser.js';
import type { Client } from '../../support/client.js';
import { system } from '../../support/judging.js';
import { type Cast, times } from './cast.js';

export type Panel = {
  /** The window of the judge who works in the pages. */
  readonly page: Page;
  /** The others, who work over HTTP. */
  readonly others: readonly Client[];
  readonly roundId: string;
};

const judges = [
  ['DY-01', '赵敏', 'judge-1@example.org', '439900-01'],
  ['DY-02', '孙浩', 'judge-2@example.org', '430202-01'],
  ['DY-03', '钱丽', 'judge-3@example.org', '430202-02'],
  ['DY-04', '吴刚', 'judge-4@example.org', '430200'],
  ['DY-05', '郑洁', 'judge-5@example.org', '439900'],
] as const;

/** Judges of other units are invited and accept, and a round is prepared, drawn and opened. */
export async function empanel(cast: Cast, programmeId: string): Promise<Panel> {
  const admin = await cast.browser.page('/judging', cast.admin);
  await cast.browser.look(admin, 'judging-home');
  await invite(cast, admin);
  const page = await answer(cast);
  const others = await acceptForOthers(cast);
  const roundId = await openRound(cast, admin, programmeId);
  return { page, others, roundId };
}

async function invite({ browser }: Cast, page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link').first().click();
  await press(page, '邀请评委');
  await fill(page, { 评委名单: judges.map((row) => [...row, 'DY'].join('\t')).join('\n') });
  await browser.look(page, 'judges-invite');
  await press(page, '发出邀请（5）');
  await see(page, '已邀请 5 位');
  await browser.look(page, 'judges');
}

/** The first judge opens the link in the letter, chooses a password and accepts. */
async function answer({ browser }: Cast): Promise<Page> {
  const visitor = new Caller(browser.base);
  await quiet(visitor);
  const token = await linkFor(visitor, judges[0][2]);
  const page = await browser.page(`/welcome#${token}`);
  const password = '一段足够长的口令 2026 春';
  await fill(page, { 设置密码: password, 再次输入密码: password });
  await browser.look(page, 'welcome');
  await press(page, '启用并登录');
  await press(page, '接受邀请');
  await see(page, '已接受邀请');
  await browser.look(page, 'judge-accepted');
  return page;
}

async function acceptForOthers({ house }: Cast): Promise<Client[]> {
  const rows = await system<{ personId: string }>(
    house,
    `select person_id as "personId" from judging.judge where state = 'invited' order by code`,
  );
  const clients = await Promise.all(rows.map(({ personId }) => house.signIn(personId)));
  for (const client of clients) {
    const [invitation] = (await client.get('/api/judging/invitations')).body;
    const path = `/api/judging/invitations/${invitation.id}/acceptance`;
    await client.post(path, undefined, invitation.version);
  }
  return clients;
}

async function openRound(
  { house, browser, admin }: Cast,
  page: Page,
  programmeId: string,
): Promise<string> {
  await page.getByRole('tab', { name: '评审轮次' }).click();
  await press(page, '准备轮次');
  await see(page, '轮次已准备，请分配材料');
  await browser.look(page, 'round-prepared');
  await press(page, '开始分配');
  await see(page, '与现有分配相比：新增 10 份');
  await browser.look(page, 'round-computed');
  await press(page, '启用分配');
  await page.getByRole('dialog').getByRole('button', { name: '启用分配' }).click();
  await see(page, '已启用：新增 10 份');
  await browser.look(page, 'round-assigned');
  await house.setClock(times.judging);
  await page.reload();
  await press(page, '开放评分');
  await page.getByRole('dialog').getByRole('button', { name: '开放评分' }).click();
  await see(page, '已开放评分');
  await browser.look(page, 'round-open');
  await page.close();
  const { body } = await admin.get(`/api/judging/programmes/${programmeId}/rounds`);
  return body.rounds[0].id as string;
}
