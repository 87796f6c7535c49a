import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, see } from '../support/browser.js';
import { type House, openHouse } from '../support/house.js';
import {
  acceptedJudge,
  checkedSelection,
  fillSheet,
  openedRound,
  queueOf,
  type SeatedJudge,
  type Selection,
} from '../support/judging.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the monitor of a round', () => {
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
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('shows how far judges are while they score, without being asked again', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const [first, second] = judges as [SeatedJudge, SeatedJudge];
    const page = await browser.page(`/judging/${selection.programmeId}`, selection.admin);
    await page.getByRole('link', { name: '进度监控' }).click();
    await see(page, '0 / 8');
    await browser.look(page, 'monitor-begun');
    const [sheet] = await queueOf(first.client, roundId);
    await fillSheet(first.client, sheet?.id ?? '');
    await see(page, '1 / 8');
    await house.setClock('2020-08-31T01:00:00.000Z');
    for (const { id } of await queueOf(second.client, roundId)) await fillSheet(second.client, id);
    await see(page, '5 / 8');
    await page.reload();
    await see(page, first.code);
    await browser.look(page, 'monitor');
    await page.getByRole('tab', { name: '材料' }).click();
    await browser.look(page, 'monitor-entries');
    expect(browser.faults).toEqual([]);
  });
});
