import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, fill, findChromium, press, see } from '../support/browser.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  fillSheet,
  openedRound,
  queueOf,
  type SeatedJudge,
  type Selection,
  sheetsOf,
  system,
} from '../support/judging.js';
import { testPassword } from '../support/people.js';
import { clientIn } from '../support/programmes.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('a signed sheet', () => {
  let house: House;
  let browser: Browser;
  let selection: Selection;
  let judges: SeatedJudge[];
  let roundId: string;
  beforeAll(async () => {
    house = await openHouse();
    selection = await checkedSelection(house);
    judges = [await acceptedJudge(selection, '430000'), await acceptedJudge(selection, '430000')];
    roundId = await openedRound(selection);
    for (const { client } of judges) {
      for (const { id } of await queueOf(client, roundId)) await fillSheet(client, id);
      await client.post(`/api/judging/rounds/${roundId}/signature`);
    }
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('is opened again by two people, signed anew by its judge, and seen by the supervisor', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const [judge] = judges as [SeatedJudge, SeatedJudge];
    const pair = (await sheetsOf(house, roundId)).find(({ judgeId }) => judgeId === judge.id);
    const [entry] = await system<{ caseNo: string }>(
      house,
      'select case_no as "caseNo" from entries.entry where id = $1',
      [pair?.entryId],
    );
    const monitor = `/judging/${selection.programmeId}/rounds/${roundId}/monitor`;
    const page = await browser.page(monitor, selection.admin);
    await page.getByRole('tab', { name: '解除签名' }).click();
    await see(page, '没有解除签名的申请');
    await press(page, '申请解除签名');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '申请解除签名' }).click();
    await see(page, '请填写材料编号');
    await dialog.getByLabel('材料编号').fill(entry?.caseNo ?? '');
    await dialog.getByLabel('评委').selectOption(judge.id);
    await dialog.getByLabel('理由').fill('评委来函说明误填，经评审组核实');
    await browser.look(page, 'unlock-ask');
    await dialog.getByRole('button', { name: '申请解除签名' }).click();
    await see(page, '待批准');
    await browser.look(page, 'unlocks');

    const { organisations } = selection;
    const second = await clientIn(house, organisations, 'programme-admin', '430000');
    const other = await browser.page('/judging/unlocks', second);
    await other.getByRole('button', { name: /^批准/ }).click();
    await fill(other, { 您的密码: '不是这个' });
    await press(other, '批准');
    await see(other, '密码不正确');
    await fill(other, { 您的密码: testPassword });
    await browser.look(other, 'unlock-confirm');
    await press(other, '批准');
    await see(other, '已解除');

    const desk = await browser.page(`/judge/${roundId}/sign`, judge.client);
    await press(desk, '签名确认（1 份）');
    await desk.getByRole('dialog').getByRole('textbox').fill('1');
    await desk.getByRole('dialog').getByRole('button', { name: '签名' }).click();
    await see(desk, '4 份评分表已全部签名');

    const watcher = await clientIn(house, organisations, 'supervisor', '430000');
    const watched = await browser.page('/judging/unlocks', watcher);
    await see(watched, '本轮结束后显示');
    await browser.look(watched, 'unlocks-supervisor');
    expect(await watched.getByRole('button', { name: /^批准/ }).count()).toBe(0);
    const refusals = browser.faults.map((fault) => /status of (\d+)/.exec(fault)?.[1] ?? fault);
    expect(refusals).toEqual(['422']);
  });
});
