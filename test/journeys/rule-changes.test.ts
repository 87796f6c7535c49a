import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, fill, findChromium, press, see } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince, testPassword } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('a change of open rules', () => {
  let house: House;
  let browser: Browser;
  let first: Client;
  let second: Client;
  let programmeId: string;
  beforeAll(async () => {
    house = await openHouse();
    const organisations = await smallProvince(house);
    first = await clientIn(house, organisations, 'programme-admin', '430000');
    second = await clientIn(house, organisations, 'programme-admin', '430000');
    await house.setClock(whileCollecting);
    programmeId = await openProgramme(first);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is proposed by one administrator and confirmed by another', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const page = await browser.page(`/programmes/${programmeId}`, first);
    await page.getByRole('link', { name: '期限与变更' }).click();
    await see(page, '开放后没有变更');
    await press(page, '提出变更');
    await press(page, '提出变更');
    await see(page, '请填写变更原因');
    await browser.look(page, 'change-form');
    await page.getByRole('group', { name: '申报' }).getByLabel('截止时间').fill('2020-08-03T17:00');
    await fill(page, { 变更原因: '汛期停课，多地申请延后' });
    await press(page, '提出变更');
    await see(page, '您是提出人');
    await browser.look(page, 'change-pending');

    const other = await browser.page(`/programmes/${programmeId}/changes`, second);
    await see(other, '申报截止');
    await press(other, '确认变更');
    await fill(other, { 您的登录口令: testPassword });
    await browser.look(other, 'change-confirm');
    await other.getByRole('dialog').getByRole('button', { name: '确认变更' }).click();
    await see(other, '规则现为第 2 版');
    await see(other, '第 1 版规则原文');
    await browser.look(other, 'change-history');
    expect(browser.faults).toEqual([]);
  });
});
