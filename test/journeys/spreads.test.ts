import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, press, see } from '../support/browser.js';
import { type House, openHouse } from '../support/house.js';
import { FarApart } from '../support/spreads.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('judges who are far apart', () => {
  let house: House;
  let browser: Browser;
  let scene: FarApart;
  beforeAll(async () => {
    house = await openHouse();
    scene = await FarApart.open(house, [
      [80, 82],
      [90, 60],
      [80, 82],
      [80, 82],
    ]);
    await scene.check();
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('look again, one after the other, and the chair decides where nobody agrees', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const [keeping, changing] = [scene.seat(1, 0), scene.seat(1, 1)];
    const mine = await browser.page('/judge', keeping.client);
    await see(mine, '有 1 份材料请您再看一看');
    await mine.getByRole('link', { name: '去看一看' }).click();
    await see(mine, '请再看一看这份材料');
    await browser.look(mine, 'second-look');
    await press(mine, '维持原评分');
    await see(mine, '已签名确认，不能再修改');

    const desk = await browser.page(
      `/judge/${scene.roundId}/desk/${changing.sheetId}`,
      changing.client,
    );
    await press(desk, '修改评分');
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('button', { name: '修改评分' }).click();
    await see(desk, '请填写原因');
    await dialog.getByLabel('原因').fill('漏看了附件，重新评定');
    await browser.look(desk, 'second-look-change');
    await dialog.getByRole('button', { name: '修改评分' }).click();
    await see(desk, '评分表已打开');
    await scene.score(changing, 62);
    await scene.sign(changing.client);
    await scene.check();
    const extra = await scene.extraOf(1);
    await scene.score(extra, 75);
    await scene.sign(extra.client);
    await scene.check();

    const { admin, programmeId } = scene.selection;
    const staff = await browser.page(`/judging/${programmeId}`, admin);
    await staff.getByRole('tab', { name: '评分分歧' }).click();
    await see(staff, '等待组长裁定');
    await press(staff, '检查并继续');
    await see(staff, '已检查');
    await browser.look(staff, 'spreads');
    await staff.getByRole('tab', { name: '评委', exact: true }).click();
    const [chair] = scene.judges.filter(
      ({ id }) => ![keeping, changing, extra].some(({ judgeId }) => judgeId === id),
    );
    const row = staff.getByRole('row').filter({ hasText: chair?.code ?? '' });
    await row.getByRole('button', { name: '设为组长' }).click();
    await see(staff, '取消组长');
    await browser.look(staff, 'chair-set');

    const page = await browser.page('/judge', chair?.client);
    await page.getByRole('link', { name: '去裁定' }).click();
    await see(page, '加评评委');
    await browser.look(page, 'chair');
    await page.getByRole('button', { name: /^裁定分数/ }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('裁定分数').fill('99');
    await form.getByLabel('裁定理由').fill('集体复议');
    await form.getByRole('button', { name: '裁定分数' }).click();
    await see(page, '在 62 与 90 分之间');
    await form.getByLabel('裁定分数').fill('76.5');
    await browser.look(page, 'chair-decide');
    await form.getByRole('button', { name: '裁定分数' }).click();
    await see(page, '已裁定为 76.5 分');
    expect(await scene.counts()).toEqual({ decided: 1 });
    expect(browser.faults).toEqual([]);
  });
});
