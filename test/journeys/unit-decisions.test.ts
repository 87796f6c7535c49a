import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, fill, findChromium, press, see } from '../support/browser.js';
import { fullValues, lockedList, submittedEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince, testPassword } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('what a recommending unit decides', () => {
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

  it('is no, or not yet with a time and what changed; the province opens its list again', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const inRole = (role: Parameters<typeof clientIn>[2], code: string) =>
      clientIn(house, organisations, role, code);
    const admin = await inRole('programme-admin', '430000');
    const officer = await inRole('prefecture-officer', '430100');
    const school = await inRole('submitter', '430102-01');
    const programmeId = await openProgramme(admin);
    const id = await submittedEntry(school, programmeId);

    const page = await browser.page(`/unit/entries/${id}`, officer);
    await press(page, '不予推荐');
    await press(page, '不予推荐');
    await see(page, '请写明不予推荐的原因');
    await fill(page, { 原因: '与所报类别不符' });
    await browser.look(page, 'review-decline');
    await press(page, '不予推荐');
    await see(page, '与所报类别不符');
    await browser.look(page, 'review-declined');

    const mine = await browser.page(`/my/entries/${id}`, school);
    await see(mine, '推荐单位不予推荐');
    await see(mine, '与所报类别不符');
    await browser.look(mine, 'entry-declined');

    await press(page, '撤销“不予推荐”');
    await see(page, '待市州审核');
    await press(page, '退回修改');
    await page.getByLabel('针对').selectOption({ label: '三、成效与反响' });
    await page.getByRole('textbox', { name: '意见' }).fill('请补充数据');
    await fill(page, { '修改截止时间（可不填）': '2020-07-20T17:00' });
    await browser.look(page, 'review-return');
    await page.getByRole('button', { name: '退回修改' }).click();
    await see(page, '等待修改至北京时间 2020-07-20');
    await press(page, '改修改期限');
    await browser.look(page, 'review-prolong');
    await press(page, '取消');

    const value = `${String(fullValues['effect'])}满意度为百分之九十八。`;
    await school.put(`/api/entries/${id}/fields/effect`, { value }, 1);
    const { version } = (await school.get(`/api/entries/${id}`)).body as { version: number };
    await school.post(`/api/entries/${id}/submission`, undefined, version);
    await page.reload();
    await see(page, '与上次提交相比');
    await browser.look(page, 'review-changes');
    await press(page, '推荐');
    await see(page, '已推荐');
    await lockedList(officer, programmeId);

    const province = await browser.page(`/formal-check/${programmeId}`, admin);
    await province.getByText('已上报的名单（1 个单位）').click();
    await press(province, '退回长沙市的名单');
    const dialog = province.getByRole('dialog');
    await dialog.getByLabel('原因').fill('单位来函申请更换');
    await dialog.getByLabel('您的登录密码').fill(testPassword);
    await browser.look(province, 'list-unlock');
    await dialog.getByRole('button', { name: '退回名单' }).click();
    await see(province, '已退回长沙市的名单');

    await page.goto(`/unit?programme=${programmeId}`);
    await see(page, '单位来函申请更换');
    await browser.look(page, 'unit-unlocked');
    expect(browser.faults).toEqual([]);
  });
});
