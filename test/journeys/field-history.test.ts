import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, see } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the history of a text', () => {
  let house: House;
  let browser: Browser;
  let school: Client;
  let entryId: string;
  beforeAll(async () => {
    house = await openHouse();
    const organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    const admin = await clientIn(house, organisations, 'programme-admin', '430000');
    const programmeId = await openProgramme(admin);
    school = await clientIn(house, organisations, 'submitter', '430102-01');
    entryId = await draftEntry(school, programmeId);
    const texts = ['起初，课堂与活动各行其是。', '起初，课堂与活动互不相干，教师力量分散。'];
    for (const [seen, value] of texts.entries()) {
      const instant = Date.parse(whileCollecting) + (seen + 1) * 3_600_000;
      await house.setClock(new Date(instant).toISOString());
      await school.put(`/api/entries/${entryId}/fields/background`, { value }, seen);
    }
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is compared with what stands there, and put back', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const page = await browser.page(`/my/entries/${entryId}/text`, school);
    const box = page.getByRole('textbox', { name: /背景与起因/ });
    await page.getByRole('button', { name: /^历史版本.*背景与起因/ }).click();
    const dialog = page.getByRole('dialog');
    const earlier = await dialog.getByRole('option').last().getAttribute('value');
    await dialog.getByLabel('选择版本').selectOption(earlier);
    await dialog.locator('del').first().waitFor();
    await browser.look(page, 'field-history');
    await dialog.getByRole('button', { name: '恢复此版本' }).click();
    await until('the earlier text stands in its box', async () =>
      (await box.inputValue()) === '起初，课堂与活动各行其是。' ? true : undefined,
    );
    await see(page, '已保存');
    const saved = await until('the server has it', async () => {
      const { body } = await school.get(`/api/entries/${entryId}`);
      const field = (body.fields as { key: string; value: unknown; version: number }[]).find(
        ({ key }) => key === 'background',
      );
      return field?.version === 3 ? field : undefined;
    });
    expect(saved.value).toBe('起初，课堂与活动各行其是。');
    expect(browser.faults).toEqual([]);
  });
});
