import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, fill, findChromium, follow, press, see } from '../support/browser.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { personIn, smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

const chromium = await findChromium();
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe.skipIf(chromium === undefined)('the pages of people below', () => {
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

  it('lead from the invitation to the first sign-in', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const officer = await clientIn(house, organisations, 'prefecture-officer', '430100');
    const page = await browser.page('/below', officer);
    await see(page, '还没有邀请下级人员');
    await browser.look(page, 'below-empty');
    await follow(page, '邀请下级人员');
    await press(page, '邀请');
    await see(page, '请选择单位');
    await page.getByLabel('单位').selectOption({ label: '芙蓉区示例小学（430102-01，申报人）' });
    await fill(page, { 姓名: '刘芳', 电子邮箱: 'liu@example', 电话: '138 0000 0000' });
    await press(page, '邀请');
    await see(page, '请填写正确的邮箱');
    await browser.look(page, 'below-new-wrong');
    await fill(page, { 电子邮箱: 'liu@example.org' });
    await press(page, '邀请');
    await see(page, '已邀请');
    await browser.look(page, 'below-new');
    const link = await page.getByRole('textbox', { name: '刘芳 的链接' }).inputValue();
    await welcome(link);
    await page.goto('/below');
    await see(page, '已启用');
    await byKeyboard(page);
    await page.close();
    expect(browser.faults).toEqual([]);
  });

  /** A visitor with the link chooses a password and is in. */
  async function welcome(link: string): Promise<void> {
    const page = await browser.page(link);
    await see(page, '刘芳');
    await page.getByLabel('设置密码').fill('一段足够长的口令，可以用');
    await page.getByLabel('再次输入密码').fill('一段足够长的口令，可以用');
    await press(page, '启用并登录');
    await see(page, '我的案例');
    await page.close();
  }

  /** A sheet with a mistake, then mended, taken in with the keyboard alone. */
  async function byKeyboard(page: Page): Promise<void> {
    await page.getByRole('link', { name: '按表格邀请' }).focus();
    await page.keyboard.press('Enter');
    const choose = async (rows: string[][]): Promise<void> => {
      const book = new exceljs.Workbook();
      book.addWorksheet('人员').addRows([['单位代码', '姓名', '邮箱', '电话'], ...rows]);
      const buffer = Buffer.from(await book.xlsx.writeBuffer());
      await page.getByLabel('表格文件').setInputFiles({ name: '人员.xlsx', mimeType, buffer });
    };
    await choose([['430202-01', '王五', 'wang', '']]);
    await see(page, '有 2 处需要修改');
    await browser.look(page, 'below-import-faults');
    await choose([
      ['430102-02', '王五', 'wang@example.org', ''],
      ['430102', '赵六', 'zhao@example.org', '0731-80000000'],
      ['430102-01', '刘芳', 'liu@example.org', ''],
    ]);
    await see(page, '此前已有该身份');
    await browser.look(page, 'below-import');
    await page.getByRole('button', { name: '邀请 3 人' }).focus();
    await page.keyboard.press('Enter');
    await see(page, '赵六');
    await page.getByLabel('只看从未登录的').check();
    await press(page, '查询');
    await page.getByText('刘芳').waitFor({ state: 'detached' });
    await browser.look(page, 'below-silent');
    await page.getByRole('button', { name: '显示链接：王五' }).click();
    await see(page, '王五 的一次性链接');
    await browser.look(page, 'below-link');
    await page.keyboard.press('Escape');
    await press(page, '重发链接：赵六');
    await see(page, '链接已发往 zhao@example.org');
  }

  it('and an entry is given to a colleague', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const admin = await clientIn(house, organisations, 'programme-admin', '430000');
    const programmeId = await openProgramme(admin);
    const unit = organisations.get('430102-01') ?? '';
    const owner = await house.signIn(await personIn(house, 'submitter', unit, '周老师'));
    await personIn(house, 'submitter', unit, '吴老师');
    const id = await draftEntry(owner, programmeId);
    const page = await browser.page(`/my/entries/${id}`, owner);
    await see(page, '负责人：周老师');
    await press(page, '移交负责人');
    await page.getByLabel('移交给').selectOption({ label: '吴老师' });
    await page.getByLabel('理由').fill('工作调动');
    await browser.look(page, 'entry-transfer');
    await page.getByRole('dialog').getByRole('button', { name: '移交负责人' }).click();
    await see(page, '负责人：吴老师');
    await page.close();
    expect(browser.faults).toEqual([]);
  });
});
