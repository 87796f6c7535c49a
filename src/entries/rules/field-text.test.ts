import { expect, it } from 'vitest';
import { fieldText } from './field-text.js';
import type { FieldValue } from './form.js';

it.each<[FieldValue | undefined, string]>([
  [undefined, ''],
  [null, ''],
  [false, ''],
  [true, '是'],
  [0, '0'],
  ['两行\n文字', '两行\n文字'],
  [['党建', '德育'], '党建\n德育'],
  [
    [
      { name: '张三', title: '', post: '校长', phone: '' },
      { name: '李四', title: '高级教师', post: '', phone: '1' },
    ],
    '张三　校长\n李四　高级教师　1',
  ],
])('%j reads %j', (value, text) => {
  expect(fieldText(value)).toBe(text);
});
