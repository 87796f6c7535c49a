import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser, findChromium, press, see } from '../support/browser.js';
import { docxType } from '../support/documents.js';
import { draftEntry } from '../support/entries.js';
import { type House, openHouse } from '../support/house.js';
import { smallProvince } from '../support/people.js';
import { clientIn, openProgramme, whileCollecting } from '../support/programmes.js';
import { heading, paragraph, wordFile } from '../support/word-documents.js';

const chromium = await findChromium();
const old = '先写下的几句话，后来另写了一稿。';

const document = (): Promise<Buffer> =>
  wordFile(
    paragraph('红烛领航党建德育融合育人实践') +
      heading('一、背景与起因') +
      paragraph('学校位于城乡接合部，生源复杂，教师队伍年轻。'.repeat(6)) +
      heading('二、主要做法') +
      paragraph('（一）支部建在年级组') +
      paragraph('每个年级设一个党小组，包干一项育人任务。'.repeat(10)) +
      heading('三、特色亮点') +
      paragraph('家校社协同。'.repeat(4)) +
      '<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>',
  );

describe.skipIf(chromium === undefined)('the import of a Word file', () => {
  let house: House;
  let browser: Browser;
  let organisations: ReadonlyMap<string, string>;
  let id: string;
  beforeAll(async () => {
    house = await openHouse();
    organisations = await smallProvince(house);
    await house.setClock(whileCollecting);
    const programmeId = await openProgramme(
      await clientIn(house, organisations, 'programme-admin', '430000'),
    );
    const school = await clientIn(house, organisations, 'submitter', '430102-01');
    id = await draftEntry(school, programmeId);
    await school.put(`/api/entries/${id}/fields/background`, { value: old }, 0);
    browser = await Browser.open(chromium ?? '', await house.listen());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('shows what would go where, writes it, and gives back what was replaced', async ({
    onTestFailed,
  }) => {
    onTestFailed(() => browser.testify());
    const school = await clientIn(house, organisations, 'submitter', '430102-01');
    const page = await browser.page(`/my/entries/${id}/text`, school);
    await page.getByText('从 Word 文件导入正文').focus();
    await page.keyboard.press('Enter');
    const choose = (name: string, buffer: Buffer): Promise<void> =>
      page.getByLabel('Word 文件').setInputFiles({ name, mimeType: docxType, buffer });
    await choose('案例.docx', await document());
    await see(page, '案例.docx：读到 4 个部分');
    await see(page, '替换现有的 16 字');
    await see(page, '图片或图表 1 个');
    await page.getByLabel('第 4 部分放入').selectOption({ label: '四、经验与启示' });
    await browser.look(page, 'text-import');
    await page.getByRole('button', { name: '写入 3 个栏目' }).focus();
    await page.keyboard.press('Enter');
    await see(page, '已写入 3 个栏目');
    const { body } = await school.get(`/api/entries/${id}`);
    const texts = body.fields as { key: string; value: string; version: number }[];
    expect(texts.map(({ key, version }) => [key, version])).toEqual([
      ['background', 2],
      ['insight', 1],
      ['practice', 1],
    ]);
    expect(texts[1]?.value).toBe(`三、特色亮点\n${'家校社协同。'.repeat(4)}`);
    await page.locator('summary', { hasText: '背景' }).first().click();
    await see(page, old);
    await browser.look(page, 'text-imported');
    await press(page, 'English');
    await browser.look(page, 'text-import-en');
    await page.close();
    expect(browser.faults).toEqual([]);
  });
});
