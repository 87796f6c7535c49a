import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { entryDocx } from '../../../src/rehearsal/documents/entry-docx.js';
import { photoJpeg } from '../../../src/rehearsal/documents/photo-jpeg.js';
import { stampedFormPdf } from '../../../src/rehearsal/documents/stamped-form-pdf.js';
import type { Entry } from '../../../src/rehearsal/province/shapes.js';
import { fill, follow, press, see } from '../../support/browser.js';
import { docxType } from '../../support/documents.js';
import { type Cast, idIn } from './cast.js';

/** A school writes its entry in the pages, losing nothing to a reload, and hands it in; its id. */
export async function submit({ browser, school, entry }: Cast): Promise<string> {
  const page = await browser.page('/', school);
  await browser.look(page, 'my-entries-empty');
  await follow(page, '新建案例');
  await page.getByLabel('党建+德育工作').check();
  await fill(page, { 案例名称: entry.title });
  await browser.look(page, 'entry-new');
  await press(page, '新建并开始填写');
  await page.waitForURL(/\/my\/entries\/[0-9a-f-]{36}$/);
  const id = idIn(page.url(), 'entries');
  await browser.look(page, 'entry-tasks-new');

  await fillFields(page, entry);
  await browser.look(page, 'entry-fields');
  await press(page, '下一步');
  await writeSections(page, entry);
  await browser.look(page, 'entry-text');
  await press(page, '下一步');
  await addFiles(page, entry);
  await browser.look(page, 'entry-files');

  await follow(page, '检查并提交');
  await see(page, '提交后由推荐单位审核');
  await browser.look(page, 'entry-check');
  await press(page, '提交');
  await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
  await see(page, '回执编号');
  await browser.look(page, 'entry-receipt');
  await page.close();
  return id;
}

async function fillFields(page: Page, { fields }: Entry): Promise<void> {
  await follow(page, '基本信息');
  await fill(page, {
    案例摘要: fields.abstract,
    关键词: fields.keywords.join('、'),
    实施开始时间: fields.practiceFrom,
    实施截止时间: fields.practiceTo,
    联系人: fields.contactName,
    联系电话: fields.contactPhone,
    联系邮箱: fields.contactEmail,
  });
  await page.getByLabel('学段').selectOption(fields.stage);
  await page.getByLabel('学校类型').selectOption(fields.schoolType);
  await page.getByLabel(fields.ownership).check();
  await page.getByLabel(fields.locale).check();
  for (const [index, { name, post }] of fields.contributors.entries()) {
    await press(page, '添加一人');
    const person = page.getByRole('group', { name: `第 ${index + 1} 位` });
    await person.getByLabel('姓名').fill(name);
    await person.getByLabel('职务').fill(post);
  }
  await page.getByLabel('本案例为本单位原创').check();
}

const headings = ['一、背景与起因', '二、做法与经过', '三、成效与反响', '四、经验与启示'];

/** Reloads in the middle of the work: what was typed is there again. */
async function writeSections(page: Page, { sections }: Entry): Promise<void> {
  const texts = sections.map(({ text }, index) => [headings[index] ?? '', text] as const);
  await fill(page, Object.fromEntries(texts.slice(0, 3)));
  await page.reload();
  for (const [heading, text] of texts.slice(0, 3))
    await vi.waitFor(async () => expect(await page.getByLabel(heading).inputValue()).toBe(text));
  await fill(page, Object.fromEntries(texts.slice(3)));
  await see(page, '已保存');
}

async function addFiles(page: Page, entry: Entry): Promise<void> {
  const files = [
    ['案例正文（Word）', `${entry.title}.docx`, docxType, await entryDocx(entry)],
    ['盖章推荐表', '推荐表.pdf', 'application/pdf', await stampedFormPdf(entry)],
    ['活动照片', '活动照片.jpg', 'image/jpeg', await photoJpeg(entry, 0)],
  ] as const;
  for (const [rule, name, mimeType, buffer] of files) {
    await page.getByLabel(`上传${rule}`).setInputFiles({ name, mimeType, buffer });
    await page.getByRole('link', { name }).waitFor();
  }
}
