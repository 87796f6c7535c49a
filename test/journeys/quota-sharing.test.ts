import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, press, see } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, draftProgramme } from '../support/programmes.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the places of a draft', () => {
  let house: House;
  let browser: Browser;
  let admin: Client;
  let programmeId: string;
  beforeAll(async () => {
    house = await openHouse();
    const organisations = await smallProvince(house);
    admin = await clientIn(house, organisations, 'programme-admin', '430000');
    programmeId = await draftProgramme(admin);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('are shared by weight, looked at, changed and saved', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const page = await browser.page(`/programmes/${programmeId}/quotas`, admin);
    await page.getByText('按权重分配名额').first().click();
    await press(page, '填入表格');
    await see(page, '请先填写要分配的名额');
    await page.getByLabel('要分配的名额').fill('2');
    await page.getByLabel('每个单位的基数').fill('1');
    await see(page, '名额少于基数合计');
    await page.getByLabel('要分配的名额').fill('10');
    await press(page, '按常住人口（2020 年，万人）');
    await browser.look(page, 'quota-sharing');
    await press(page, '填入表格');
    await see(page, '已填入，请核对后保存');
    await press(page, '保存名额');
    await see(page, '名额已保存');
    const { quotas } = (await admin.get(`/api/programmes/${programmeId}/quotas`)).body;
    const inFirst = (quotas as { organisationCode: string; categoryCode: string; places: number }[])
      .filter(({ categoryCode }) => categoryCode === 'DY')
      .map(({ organisationCode, places }) => [organisationCode, places]);
    // One each, then seven by 1,004.8 and 390.3: 5.04 and 1.96.
    expect(inFirst).toEqual([
      ['430100', 6],
      ['430200', 3],
      ['439900', 1],
    ]);
    expect(browser.faults).toEqual([]);
  });
});
