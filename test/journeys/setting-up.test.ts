import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, fill, findChromium, follow, press, see } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, draftProgramme, whileCollecting } from '../support/programmes.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('setting up a selection', () => {
  let house: House;
  let browser: Browser;
  let admin: Client;
  beforeAll(async () => {
    house = await openHouse();
    const organisations = await smallProvince(house);
    admin = await clientIn(house, organisations, 'programme-admin', '430000');
    await clientIn(house, organisations, 'prefecture-officer', '430200');
    await house.setClock(whileCollecting);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is checked before the opening, each finding with the way to mend it', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const id = await draftProgramme(admin);
    const page = await browser.page(`/programmes/${id}`, admin);
    await follow(page, '开放前检查');
    await see(page, '还有必须处理的事项');
    await browser.look(page, 'health-stopped');
    await page.getByRole('link', { name: '修改名额 名额表' }).click();
    await fill(page, { '长沙市，党建+德育工作': '2', '株洲市，党建+德育工作': '1' });
    await press(page, '保存名额');
    await see(page, '名额已保存。');
    await page.goto(`/programmes/${id}/health`);
    await see(page, '没有必须处理的事项');
    await see(page, '没有推荐人员，无法推荐：长沙。');
    await browser.look(page, 'health-warned');
    expect(browser.faults).toEqual([]);
  });
});
