import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, press, see } from '../support/browser.js';
import type { Client } from '../support/client.js';
import { bigPicture, docxFile, docxType } from '../support/documents.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { until } from '../support/until.js';

const chromium = await findChromium();

describe.skipIf(chromium === undefined)('a file on its way in', () => {
  let house: House;
  let browser: Browser;
  let school: Client;
  let id: string;
  beforeAll(async () => {
    house = await openHouse({ worker: true });
    const organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    const programmeId = await openProgramme(
      await clientIn(house, organisations, 'programme-admin', '430000'),
    );
    school = await clientIn(house, organisations, 'submitter', '430102-01');
    id = await draftEntry(school, programmeId);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** A file that has a time of its own, by which the browser knows it again. */
  async function onDisk(name: string, bytes: Buffer): Promise<string> {
    const file = path.join(house.home, name);
    await fs.writeFile(file, bytes);
    return file;
  }

  /** A line so slow that a picture of some megabytes is still on its way when somebody presses pause. */
  async function slowly(page: Page): Promise<void> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 5,
      downloadThroughput: -1,
      uploadThroughput: 1_000_000,
    });
  }
  const files = async (): Promise<{ state: string; received: number; size: number }[]> =>
    (await school.get(`/api/entries/${id}`)).body.attachments;
  const received = (): Promise<number> =>
    until('a part has come', async () => {
      const [file] = await files();
      return file && file.received > 0 ? file.received : undefined;
    });

  it('shows how far it is, pauses, goes on after a reload, and is checked', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const page = await browser.page(`/my/entries/${id}/files`, school);
    await slowly(page);
    const picture = await onDisk('活动照片.png', await bigPicture());
    const { size } = await fs.stat(picture);
    await page.getByLabel('上传活动照片').setInputFiles(picture);
    await see(page, '正在上传');
    await received();
    await press(page, '暂停上传 活动照片.png');
    await see(page, '已暂停');
    await browser.look(page, 'upload-paused');
    await press(page, '继续上传 活动照片.png');
    await see(page, '正在上传');
    await page.reload();

    await see(page, '尚未传完');
    const kept = await received();
    expect(kept).toBeLessThan(size);
    await browser.look(page, 'upload-unfinished');
    const again = page.getByLabel('重新选择“活动照片.png”');
    await again.setInputFiles(await onDisk('别的照片.png', Buffer.from('别的')));
    await see(page, '这不是原来的“活动照片.png”');
    await browser.look(page, 'upload-not-the-same');
    await press(page, 'English');
    await browser.look(page, 'upload-unfinished-en');
    await press(page, '中文');
    const sent: number[] = [];
    page.on('request', (request) => {
      const offset = request.headers()['upload-offset'];
      if (request.method() === 'PATCH' && offset) sent.push(Number(offset));
    });
    await again.setInputFiles(picture);
    await page.getByRole('link', { name: '活动照片.png' }).waitFor();
    expect(Math.min(...sent)).toBeGreaterThanOrEqual(kept);
    expect(await files()).toMatchObject([{ state: 'ready', size }]);
    await page.close();
    expect(browser.faults).toEqual([]);
  });

  it('that is refused says why, and leaves its place to another', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const page = await browser.page(`/my/entries/${id}/files`, school);
    const choose = (name: string, buffer: Buffer): Promise<void> =>
      page.getByLabel('上传案例正文（Word）').setInputFiles({ name, mimeType: docxType, buffer });
    await choose('有宏.docx', await docxFile({ 'word/vbaProject.bin': Buffer.alloc(64) }));
    await see(page, '文件含有宏，请另存为不含宏的 .docx 后上传。');
    await browser.look(page, 'upload-refused');
    await choose('正文.docx', await docxFile());
    await page.getByRole('link', { name: '正文.docx', exact: true }).waitFor();
    await press(page, '删除 有宏.docx');
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await see(page, '已删除 有宏.docx');
    await see(page, '未经病毒扫描');
    await browser.look(page, 'upload-ready');
    await page.close();
    expect(browser.faults).toEqual([]);
  });

  it('that was begun and is not wanted is given up', async ({ onTestFailed }) => {
    onTestFailed(() => browser.testify());
    const page = await browser.page(`/my/entries/${id}/files`, school);
    await slowly(page);
    await page
      .getByLabel('上传活动照片')
      .setInputFiles(await onDisk('第二张.png', await bigPicture()));
    await see(page, '正在上传');
    await until('begun', async () => (await files()).find(({ state }) => state === 'arriving'));
    await page.reload();
    await press(page, '取消上传 第二张.png');
    await page.getByText('尚未传完').waitFor({ state: 'detached' });
    expect((await files()).map(({ state }) => state)).toEqual(['ready', 'ready']);
    await page.close();
    expect(browser.faults).toEqual([]);
  });
});
