import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, follow, press, see } from '../support/browser.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn } from '../support/programmes.js';

const chromium = await findChromium();
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.skipIf(chromium === undefined)('the pages of the pool of experts', () => {
  let house: House;
  let browser: Browser;
  let organisations: Map<string, string>;
  beforeAll(async () => {
    house = await openHouse();
    organisations = await smallProvince(house);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('lead from a sheet with a mistake to an expert who is paused', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const admin = await clientIn(house, organisations, 'programme-admin', '430000');
    const page = await browser.page('/judging/experts', admin);
    await see(page, '专家库还是空的');
    await browser.look(page, 'experts-empty');
    await follow(page, '导入专家');
    const choose = async (kind: string): Promise<void> => {
      const book = new exceljs.Workbook();
      book.addWorksheet('专家').addRows([
        ['姓名', '单位代码', '类型', '职称', '专长', '可评类别', '电话', '邮箱'],
        ...[
          ['张三', '430102-01', kind, '正高级教师', '党建、德育', 'DY'],
          ['李四', '430202-01', '高校', '教授', '思政', ''],
        ].map((cells, index) => [...cells, `1380000000${index}`, `expert-${index}@example.org`]),
      ]);
      const buffer = Buffer.from(await book.xlsx.writeBuffer());
      await page.getByLabel('表格文件').setInputFiles({ name: '专家.xlsx', mimeType, buffer });
    };
    await choose('专家');
    await see(page, '内容不符合要求');
    await browser.look(page, 'experts-faults');
    await choose('中小学一线');
    await see(page, '新增');
    await browser.look(page, 'experts-preview');
    await page.getByRole('button', { name: '导入 2 位' }).focus();
    await page.keyboard.press('Enter');
    await see(page, '共 2 位');
    await browser.look(page, 'experts');
    await press(page, '暂停：张三');
    await page.getByLabel('原因').fill('出国访学');
    await browser.look(page, 'experts-pause');
    await page.getByRole('dialog').getByRole('button', { name: '暂停' }).click();
    await see(page, '出国访学');
    await page.getByLabel('状态').selectOption({ label: '在库' });
    await press(page, '查询');
    await see(page, '共 1 位');
    await browser.look(page, 'experts-filtered');
    await page.close();
    expect(browser.faults).toEqual([]);
  });
});
