import { afterAll, beforeAll, describe, it, expect } from 'vitest';
import { Browser, fill, findChromium, press, see } from '../support/browser.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  openedRound,
  queueOf,
  type SeatedJudge,
  type Selection,
} from '../support/judging.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('something wrong with the material', () => {
  let house: House;
  let browser: Browser;
  let selection: Selection;
  let judge: SeatedJudge;
  let roundId: string;
  beforeAll(async () => {
    house = await openHouse();
    selection = await checkedSelection(house);
    judge = await acceptedJudge(selection, '430000');
    await acceptedJudge(selection, '430000');
    roundId = await openedRound(selection);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is reported from the desk, answered by the administrator, and read by the judge', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const [sheet] = await queueOf(judge.client, roundId);
    const desk = await browser.page(`/judge/${roundId}/desk/${sheet?.id}`, judge.client);
    await press(desk, '材料有问题');
    await press(desk, '提交');
    await see(desk, '请选择是什么问题');
    await desk.getByLabel('缺少材料').check();
    await fill(desk, { 说明: '第 2 个附件打不开，无法核对成效数据' });
    await browser.look(desk, 'problem-report');
    await press(desk, '提交');
    await see(desk, '待处理');
    await browser.look(desk, 'problem-reported');

    const page = await browser.page(`/judging/${selection.programmeId}`, selection.admin);
    await page.getByRole('tab', { name: '材料问题' }).click();
    await see(page, '第 2 个附件打不开');
    await browser.look(page, 'problem-tasks');
    await page.getByRole('button', { name: /^答复/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '答复' }).click();
    await see(page, '请填写答复');
    await fill(page, { 答复内容: '附件已重新生成，请刷新后再看' });
    await browser.look(page, 'problem-settle');
    await dialog.getByRole('button', { name: '答复' }).click();
    await see(page, '附件已重新生成，请刷新后再看');
    await browser.look(page, 'problem-settled');

    await desk.reload();
    await see(desk, '答复：附件已重新生成');
    await browser.look(desk, 'problem-answered');
    expect(browser.faults).toEqual([]);
  });
});
