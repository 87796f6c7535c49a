import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, press, see } from '../support/browser.js';
import { submittedEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the keys of the review', () => {
  let house: House;
  let browser: Browser;
  let organisations: ReadonlyMap<string, string>;
  beforeAll(async () => {
    house = await openHouse({ worker: true });
    organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('lead through the list and to a remark, and are text while something is typed', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const inRole = (role: Parameters<typeof clientIn>[2], code: string) =>
      clientIn(house, organisations, role, code);
    const programmeId = await openProgramme(await inRole('programme-admin', '430000'));
    const school = await inRole('submitter', '430102-01');
    for (let count = 0; count < 3; count++) await submittedEntry(school, programmeId);
    const officer = await inRole('prefecture-officer', '430100');
    const { entries } = (await officer.get(`/api/entries?programmeId=${programmeId}`)).body as {
      entries: { id: string }[];
    };
    const [first, second, third] = entries.map(({ id }) => `/unit/entries/${id}`);

    const page = await browser.page(first ?? '', officer);
    let loads = 0;
    page.on('load', () => (loads += 1));
    await see(page, '下一件待审');
    for (const [key, at] of [
      ['j', second],
      ['j', third],
      ['j', first],
      ['k', third],
      ['k', second],
    ] as const) {
      await page.keyboard.press(key);
      await page.waitForURL(`**${at}`);
      await see(page, '不予推荐');
    }
    expect(loads).toBe(0);

    await page.keyboard.press('?');
    await see(page, '写退回意见');
    await browser.look(page, 'review-keys');
    await press(page, '关闭');
    await page.keyboard.press('r');
    const text = page.getByRole('textbox', { name: '意见' });
    await text.click();
    await page.keyboard.type('jkr?');
    expect(await text.inputValue()).toBe('jkr?');
    expect(new URL(page.url()).pathname).toBe(second);

    await press(page, '快捷键');
    await page.getByLabel('启用单键快捷键').uncheck();
    await press(page, '关闭');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(second);
    expect(browser.faults).toEqual([]);
  });
});
