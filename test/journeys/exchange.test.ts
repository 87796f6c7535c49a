import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, press, see } from '../support/browser.js';
import { goodTitle, soundEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

const chromium = await findChromium();

const sheet = async (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  book.addWorksheet('案例').addRows(rows as string[][]);
  return Buffer.from(await book.xlsx.writeBuffer());
};
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.skipIf(chromium === undefined)('the page of exports and imports', () => {
  let house: House;
  let browser: Browser;
  let organisations: ReadonlyMap<string, string>;
  beforeAll(async () => {
    house = await openHouse();
    organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    const programmeId = await openProgramme(
      await clientIn(house, organisations, 'programme-admin', '430000'),
    );
    await soundEntry(house, organisations, { programmeId });
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('gives the province its tables and packages', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const admin = await clientIn(house, organisations, 'programme-admin', '430000');
    const page = await browser.page('/exchange', admin);
    await see(page, '形式审查汇总表');
    await page.getByLabel('推荐单位').selectOption({ label: '长沙市' });
    await browser.look(page, 'exchange-province');
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '形式审查汇总表 PDF' }).click(),
    ]);
    expect(table.suggestedFilename()).toBe('精品案例遴选形式审查汇总表.pdf');
    await page.close();
    expect(browser.faults).toEqual([]);
  });

  it('takes drafts in by keyboard alone, after a preview', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const school = await clientIn(house, organisations, 'submitter', '430102-01');
    const page = await browser.page('/exchange', school);
    const head = ['类别', '案例名称', '学段'];
    const choose = async (rows: string[][]): Promise<void> =>
      page.getByLabel('表格文件').setInputFiles({
        name: '案例.xlsx',
        mimeType,
        buffer: await sheet([head, ...rows]),
      });
    await choose([
      ['DY', '短', '大学'],
      ['XX', goodTitle, '小学'],
    ]);
    await see(page, '有 3 处需要修改');
    await browser.look(page, 'exchange-faults');
    await choose([['DY', goodTitle, '小学']]);
    await see(page, '读取 1 行');
    await browser.look(page, 'exchange-preview');
    await page.getByRole('button', { name: '导入 1 件草稿' }).focus();
    await page.keyboard.press('Enter');
    await see(page, '已导入 1 件草稿');
    await page.goto('/my');
    await see(page, goodTitle);
    await page.goto('/exchange');
    await press(page, 'English');
    await browser.look(page, 'exchange-en');
    await page.close();
    expect(browser.faults).toEqual([]);
  });
});
