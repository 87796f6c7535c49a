import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readRows } from '../../src/platform/documents/read-workbook.js';
import { workbook } from '../../src/platform/documents/workbook.js';

const at = new Date('2020-08-16T00:00:00Z');
const sheetOf = (rows: readonly string[]) => ({
  name: '表',
  title: [],
  columns: [{ heading: '甲', width: 10, value: (text: string) => text }],
  rows,
  footer: [],
});

it('keeps rare characters wherever they stand, and text that looks like a formula', async () => {
  const rows = Array.from({ length: 40 }, (_, nth) => `${'a'.repeat(nth)}${'𬍛'.repeat(2_000)}`);
  const texts = [...rows, '=1+1', '@SUM(A1)', '-1', '<&>"\'', 'https://example.org'];
  const read = await readRows(Readable.from([await workbook(sheetOf(texts), at)]), 100);
  expect(read.map(({ cells }) => cells[0])).toEqual(['甲', ...texts]);
  expect(read.map(({ number }) => number)).toEqual(texts.map((_, index) => index + 1).concat(46));
});
