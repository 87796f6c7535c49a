import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, see } from '../support/browser.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  fillSheet,
  openedRound,
  type OwnSheet,
  queueOf,
  type SeatedJudge,
} from '../support/judging.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the desk of a judge', () => {
  let house: House;
  let browser: Browser;
  let judge: SeatedJudge;
  let roundId: string;
  let sheets: OwnSheet[];
  beforeAll(async () => {
    house = await openHouse();
    const selection = await checkedSelection(house);
    judge = await acceptedJudge(selection, '430000');
    await acceptedJudge(selection, '430000');
    roundId = await openedRound(selection);
    sheets = await queueOf(judge.client, roundId);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('takes a private note and puts a sheet aside by key, and comes back to it last', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const [first, second] = sheets as [OwnSheet, OwnSheet];
    const page = await browser.page(`/judge/${roundId}/desk/${first.id}`, judge.client);
    await see(page, first.title);
    await page.keyboard.press('n');
    await page.keyboard.type('结构松散，再读一遍');
    await page.keyboard.press('Tab');
    await page.locator('h1').click();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: '取消“稍后再评”' }).waitFor();
    await browser.look(page, 'desk-marks');
    for (const tab of ['评分', '队列'] as const) {
      await page.setViewportSize({ width: 360, height: 740 });
      await page
        .getByRole('group', { name: '显示内容' })
        .getByRole('button', { name: tab })
        .click();
      await browser.look(page, `desk-tab-${tab === '评分' ? 'score' : 'queue'}`);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(`/judge/${roundId}/desk`);
    await page.waitForURL(`**/desk/${second.id}`);
    const note = await judge.client.get(`/api/judging/sheets/${first.id}`);
    expect(note.body).toMatchObject({ note: '结构松散，再读一遍', flagged: true, total: null });
    expect(browser.faults).toEqual([]);
  });

  it('shows all own sheets in a table with own figures, and two side by side', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    for (const { id } of sheets.slice(1)) await fillSheet(judge.client, id);
    const page = await browser.page('/judge', judge.client);
    await page.getByRole('link', { name: '我的评分表' }).click();
    await see(page, '我的评分分布');
    await page.getByRole('button', { name: '总分' }).click();
    await page.getByRole('button', { name: '总分' }).click();
    await browser.look(page, 'desk-table');
    await page.getByRole('button', { name: '对照阅读' }).click();
    await see(page, '请选择两份或三份材料对照。');
    for (const { title } of sheets.slice(0, 2))
      await page.getByRole('checkbox', { name: title }).check();
    await page.getByRole('button', { name: '对照阅读' }).click();
    await see(page, '我的备注（仅自己可见）');
    await see(page, '结构松散，再读一遍');
    await browser.look(page, 'desk-compare');
    expect(browser.faults).toEqual([]);
  });
});
