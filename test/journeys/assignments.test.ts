import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, fill, findChromium, press, see } from '../support/browser.js';
import { type House, openHouse } from '../support/house.js';
import { acceptedJudge, checkedSelection, type Selection } from '../support/judging.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the assignments of a round', () => {
  let house: House;
  let browser: Browser;
  let selection: Selection;
  beforeAll(async () => {
    house = await openHouse({ worker: true });
    selection = await checkedSelection(house);
    for (const code of ['430000', '430000', '430000', '430202-01'])
      await acceptedJudge(selection, code);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  async function assign(page: Page, act: string, values: Record<string, string>): Promise<void> {
    await fill(page, values);
    await press(page, act);
  }

  async function inDialog(page: Page, name: string): Promise<void> {
    await page.getByRole('dialog').getByRole('button', { name }).click();
  }

  it('are computed, looked at, put in place and taken back', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const page = await browser.page(`/judging/${selection.programmeId}`, selection.admin);
    await page.getByRole('tab', { name: '评审轮次' }).click();
    await press(page, '准备轮次');
    await assign(page, '开始分配', { 随机种子: '20260820', 每位评委最多份数: '1' });
    await see(page, '评委不足：4 份材料缺少评委');
    await see(page, '4 位已达份数上限');
    await browser.look(page, 'assignment-failed');

    await press(page, '按上限 2 份重新计算');
    await see(page, '与现有分配相比：新增 8 份');
    await assign(page, '开始分配', { 每位评委最多份数: '', 每份材料同一市州的评委最多: '1' });
    await see(page, '因材料已有足够的同市州评委而未分');
    await browser.look(page, 'assignment-group-limit');
    await press(page, '按同市州 2 位重新计算');
    await see(page, '与现有分配相比：新增 8 份，保留 0 份，取消 0 份');
    await browser.look(page, 'assignment-ready');
    await page.getByRole('link', { name: '查看详情' }).click();
    await see(page, '可比性');
    await browser.look(page, 'assignment-loads');
    await page.getByRole('tab', { name: '变动明细' }).click();
    await browser.look(page, 'assignment-changes');
    await page.getByRole('tab', { name: '复算依据' }).click();
    await browser.look(page, 'assignment-facts');
    await press(page, '启用分配');
    await see(page, '启用第 4 次分配？');
    await browser.look(page, 'assignment-deploy');
    await inDialog(page, '启用分配');
    await see(page, '已启用：新增 8 份，取消 0 份');

    await page.goBack();
    await page.getByRole('tab', { name: '评审轮次' }).click();
    await assign(page, '重新分配', { 随机种子: '改用另一个种子' });
    await see(page, '第 5 次分配');
    await press(page, '启用分配');
    await inDialog(page, '启用分配');
    await see(page, '已启用：新增');
    await page.getByRole('tab', { name: '分配记录（可复算）' }).click();
    await see(page, '已被替换');
    await browser.look(page, 'assignment-runs');
    await page.getByRole('link', { name: '整体分配 5' }).click();
    await press(page, '撤销分配');
    await browser.look(page, 'assignment-undo');
    await inDialog(page, '撤销分配');
    await see(page, '已撤销，恢复原来的分配');
    await see(page, '已撤销');
    await browser.look(page, 'assignment-undone');
    expect(browser.faults).toEqual([]);
  });
});
