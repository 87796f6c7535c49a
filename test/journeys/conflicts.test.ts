import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, fill, findChromium, press, see } from '../support/browser.js';
import { conflictedSelection } from '../support/conflicts.js';
import { type House, openHouse } from '../support/house.js';
import { assignedRound, sheetsOf, system, whileJudging } from '../support/judging.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the conflicts of a selection', () => {
  let house: House;
  let browser: Browser;
  let conflicts: Awaited<ReturnType<typeof conflictedSelection>>;
  beforeAll(async () => {
    house = await openHouse();
    conflicts = await conflictedSelection(house);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('are computed, decided on and set by the administrator, and keep the round from opening', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const { selection, judge, caseNoOf } = conflicts;
    const page = await browser.page(`/judging/${selection.programmeId}`, selection.admin);
    await page.getByRole('tab', { name: '回避' }).click();
    await see(page, '还没有回避情形');
    await browser.look(page, 'conflicts-none');
    await press(page, '按规则核对');
    await see(page, '核对完毕，新增 3 条');
    await browser.look(page, 'conflicts');

    await page.getByRole('button', { name: /^排除/ }).first().click();
    await press(page, '排除');
    await see(page, '请填写原因');
    await fill(page, { 原因: '该评委已调离，双方同意' });
    await browser.look(page, 'conflict-dismiss');
    await press(page, '排除');
    await see(page, '该评委已调离，双方同意');

    await press(page, '设定回避');
    await press(page, '设定回避');
    await see(page, '请选择评委');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('评委').selectOption(judge(0).id);
    await dialog.getByLabel('材料编号').fill('2020-DY-9');
    await dialog.getByLabel('情形').selectOption({ label: '亲属关系' });
    await dialog.getByLabel('原因').fill('经群众反映并核实');
    await dialog.getByRole('button', { name: '设定回避' }).click();
    await see(page, '编号有误');
    await browser.look(page, 'conflict-recuse');
    await dialog.getByLabel('材料编号').fill(await caseNoOf(selection.entryIds[0]));
    await dialog.getByRole('button', { name: '设定回避' }).click();
    await see(page, '已设定回避 1 份材料');

    const roundId = await assignedRound(selection);
    await house.setClock(whileJudging);
    const [pair] = await sheetsOf(house, roundId);
    await system(
      house,
      `insert into judging.conflict (id, judge_id, entry_id, kind, source, state, note, at)
       values (gen_random_uuid(), $1, $2, 'co-author', 'reported', 'proposed', '共同主持课题', now())`,
      [pair?.judgeId, pair?.entryId],
    );
    await page.reload();
    await page.getByRole('tab', { name: '评审轮次' }).click();
    await press(page, '开放评分');
    await page.getByRole('dialog').getByRole('button', { name: '开放评分' }).click();
    await see(page, '有待认定的回避');
    await see(page, '近三年合作关系（待认定）');
    await browser.look(page, 'round-open-refused');
    await press(page, '取消');

    await page.getByRole('tab', { name: '回避' }).click();
    await page.getByLabel('状态').selectOption({ label: '待认定' });
    await press(page, '查询');
    await see(page, '共同主持课题');
    await page.getByRole('button', { name: /^认定/ }).click();
    await fill(page, { 原因: '课题书可证' });
    await press(page, '认定');
    await see(page, '已认定，收回评分表 1 份');
    await see(page, '没有符合条件的记录');
    const refusals = browser.faults.map((fault) => /status of (\d+)/.exec(fault)?.[1] ?? fault);
    expect(refusals).toEqual(['422', '409']);
  });
});
