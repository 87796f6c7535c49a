import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, fill, findChromium, follow, press, see } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, draftProgramme } from '../support/programmes.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('the wizard', () => {
  let house: House;
  let browser: Browser;
  let admin: Client;
  beforeAll(async () => {
    house = await openHouse();
    const organisations = await smallProvince(house);
    admin = await clientIn(house, organisations, 'programme-admin', '430000');
    await house.setClock('2026-03-02T03:00:00Z');
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('leads from a template over every screen to the opening', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const page = await browser.page('/programmes/new', admin);
    const at = (screen: string) => page.waitForURL(new RegExp(`/${screen}$`));
    await fill(page, { 活动名称: '第六届精品案例', 网址标识: 'sixth' });
    await press(page, '新建活动');

    await at('setup/basics');
    await browser.look(page, 'setup-basics');
    await page.getByRole('radio', { name: '作品', exact: true }).check();
    await fill(page, { 活动名称: '' });
    await press(page, '保存并继续');
    await see(page, '请填写活动名称');
    await fill(page, { 活动名称: '第六届精品作品' });
    await press(page, '保存并继续');

    await at('setup/categories');
    await press(page, '添加类别');
    const added = page.getByRole('listitem').filter({ hasText: '类别 4' });
    await added.getByLabel('名称').fill('党建+后勤');
    await page.getByLabel('代码').last().fill('DY');
    await press(page, '保存并继续');
    await see(page, '该代码已用于另一个类别');
    await page.getByLabel('代码').last().fill('HQ');
    await page.getByRole('button', { name: '上移 党建+后勤' }).click();
    await page.getByRole('checkbox', { name: /^县市区/ }).uncheck();
    await browser.look(page, 'setup-categories');
    await press(page, '保存并继续');

    await at('setup/form');
    await browser.look(page, 'setup-form');
    await follow(page, '下一步');
    await at('setup/materials');
    await follow(page, '下一步');

    await at('setup/quotas');
    await fill(page, { '长沙市，党建+后勤': '2', '株洲市，党建+德育工作': '1' });
    await browser.look(page, 'setup-quotas');
    await press(page, '保存名额');
    await see(page, '名额已保存。');
    await follow(page, '下一步');

    await at('setup/schedule');
    await browser.look(page, 'setup-schedule');
    await follow(page, '不改，继续');

    await at('setup/judging');
    await fill(page, { 每份材料的专家人数: '3', 候补比例: '' });
    const rubric = page.locator('details').filter({ hasText: '党建+师德师风' }).first();
    await rubric.locator('summary').first().click();
    await rubric.getByLabel('满分').first().fill('20');
    await see(page, '各项满分合计 105 分，应为 100 分。');
    await browser.look(page, 'setup-judging');
    await press(page, '保存并继续');
    await see(page, '请填写数字');
    await fill(page, { 候补比例: '20' });
    await press(page, '保存并继续');

    await at('setup/results');
    await fill(page, { 每个类别的数量: '1' });
    await press(page, '添加奖项');
    await page.getByLabel('奖项名称').last().fill('优秀案例');
    await page.getByLabel('每个类别的数量').last().fill('2');
    await browser.look(page, 'setup-results');
    await press(page, '保存并继续');

    await at('health');
    await see(page, '还有必须处理的事项');
    await page.getByRole('link', { name: '修改评审 评审与计分' }).click();
    await at('setup/judging');
    await see(page, '开放前须处理');
    await fill(page, { 每份材料的专家人数: '5' });
    await rubric.locator('summary').first().click();
    await rubric.getByLabel('满分').first().fill('15');
    await press(page, '保存并继续');
    await at('setup/results');

    await page.goto(page.url().replace('/setup/results', '/setup/categories'));
    await page.getByRole('button', { name: '删除 党建+后勤' }).click();
    await press(page, '保存并继续');
    await see(page, '党建+后勤：2 个名额');
    await browser.look(page, 'setup-drop');
    await press(page, '去掉类别和名额');
    await at('setup/form');

    await page.goto(page.url().replace('/setup/form', ''));
    await press(page, '开放申报');
    await page.getByRole('dialog').getByRole('button', { name: '开放申报' }).click();
    await see(page, '已开放申报，规则已冻结。');
    const refusals = browser.faults.map((fault) => /status of (\d+)/.exec(fault)?.[1] ?? fault);
    expect(refusals).toEqual(['409']);
  }, 180_000);

  it('begins from an earlier selection too', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    await draftProgramme(admin);
    const page = await browser.page('/programmes/new', admin);
    await page.getByRole('radio', { name: '复制以往活动' }).check();
    await fill(page, { 活动名称: '第七届精品作品', 网址标识: 'seventh' });
    await press(page, '新建活动');
    await see(page, '请选择要复制的活动');
    await page.getByRole('combobox').first().selectOption('精品案例遴选（2020 年）');
    await browser.look(page, 'setup-copy');
    await press(page, '新建活动');
    await page.waitForURL(/setup\/basics$/);
    await page.goto(page.url().replace('/setup/basics', '/rules'));
    await see(page, '承诺');
    await browser.look(page, 'rules-with-commitments');
    expect(browser.faults.filter((fault) => !fault.includes('status of 409'))).toEqual([]);
  }, 120_000);
});
