import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blindText, paragraphs } from './blind-sections.js';

const field = (
  key: string,
  kind: 'section' | 'long-text' | 'text' | 'people',
  identifying = false,
) => ({
  key,
  kind,
  identifying,
  label: key.toUpperCase(),
});

it('a judge reads the texts that name nobody, in their order', () => {
  const fields = [
    field('abstract', 'long-text'),
    field('school', 'text', true),
    field('background', 'section'),
    field('thanks', 'section', true),
    field('people', 'people', true),
    field('empty', 'section'),
  ];
  const values = { abstract: '摘要', school: '一中', background: '起因', thanks: '感谢张三' };
  expect(blindText(fields, values)).toEqual({
    abstract: '摘要',
    sections: [{ key: 'background', heading: 'BACKGROUND', html: '<p>起因</p>' }],
  });
});

const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }))
  .map((points) => String.fromCodePoint(...points));

describe('a text becomes paragraphs', () => {
  it.each([
    ['one a line', '甲\n\n乙\r\n\u3000丙', '<p>甲</p><p>乙</p><p>丙</p>'],
    ['with headings', '（一）机制建设\n做法', '<h3>（一）机制建设</h3><p>做法</p>'],
    ['and markup stays text', '<img src=x onerror=a>&', '<p>&lt;img src=x onerror=a&gt;&amp;</p>'],
    ['and nothing becomes nothing', ' \n ', ''],
  ])('%s', (_how, text, html) => {
    expect(paragraphs(text)).toBe(html);
  });
  it('and never anything but p and h3', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(paragraphs(text).replace(/<\/?(p|h3)>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});
