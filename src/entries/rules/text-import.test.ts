import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { importedTexts, importParts } from './text-import.js';

const section = (key: string, label: string) => ({ key, label, kind: 'section' });
const fields = [
  { key: 'abstract', label: '案例摘要', kind: 'long-text' },
  { key: 'contactName', label: '联系人', kind: 'text' },
  section('background', '一、背景与起因'),
  section('practice', '二、做法与经过'),
  section('effect', '三、成效与反响'),
  section('insight', '四、经验与启示'),
];
const text = (words: string, level: number | null = null) =>
  ({ kind: 'paragraph', text: words, level }) as const;
const row = (...cells: string[][]) => ({ kind: 'row', cells }) as const;
const proposed = (...blocks: Parameters<typeof importParts>[0]) =>
  importParts(blocks, fields).map(({ heading, field }) => [heading, field]);

describe('a document divided into the parts of a form', () => {
  it.each([
    [
      'headings typed as 体例 numbers them',
      [
        text('题目'),
        text('一、实施背景'),
        text('甲。'),
        text('（一）问题'),
        text('二、主要做法'),
        text('1.立规'),
        text('三、工作成效'),
        text('四、启示与思考'),
      ],
      [
        ['', null],
        ['一、实施背景', 'background'],
        ['二、主要做法', 'practice'],
        ['三、工作成效', 'effect'],
        ['四、启示与思考', 'insight'],
      ],
    ],
    [
      'Word heading styles below a title that is a heading too',
      [
        text('红烛领航', 0),
        text('背景', 1),
        text('甲。'),
        text('小节', 2),
        text('做法', 1),
        text('乙。'),
      ],
      [
        ['红烛领航', null],
        ['背景', 'background'],
        ['做法', 'practice'],
      ],
    ],
    [
      'names without a number, and one that the form does not know',
      [text('内容提要', 0), text('甲'), text('一、背景', 0), text('特色亮点', 0), text('乙')],
      [
        ['内容提要', 'abstract'],
        ['一、背景', 'background'],
        ['特色亮点', null],
      ],
    ],
    [
      'the labels of a table',
      [row(['案例摘要'], ['甲', '乙']), row(['做法与经过'], ['丙']), row(['姓名'], ['丁'])],
      [
        ['案例摘要', 'abstract'],
        ['做法与经过', 'practice'],
      ],
    ],
    [
      'headings of other words, as many as there are sections',
      ['甲', '乙', '丙', '丁'].flatMap((name, nth) => [
        text(`${'一二三四'[nth]}、${name}部`),
        text('。'),
      ]),
      [
        ['一、甲部', 'background'],
        ['二、乙部', 'practice'],
        ['三、丙部', 'effect'],
        ['四、丁部', 'insight'],
      ],
    ],
    ['no heading', [text('甲。'), text('乙。')], [['', null]]],
    ['nothing', [text(' '), row([])], []],
  ])('knows %s', (_what, blocks, parts) => {
    expect(proposed(...blocks)).toEqual(parts);
  });

  it('counts a part as Word does and keeps what stands below the dividing headings', () => {
    const [part] = importParts(
      [text('一、背景'), text('　　甲乙 AI 丙。'), text('（一）小节')],
      fields,
    );
    expect(part).toEqual({
      heading: '一、背景',
      text: '甲乙 AI 丙。\n（一）小节',
      words: 14,
      field: 'background',
    });
  });

  it('keeps every line of every document', () => {
    const lines = fc.array(
      fc.tuple(
        fc.constantFrom('一、背景', '（一）小节', '1.一', '做法', '甲。', '乙'),
        fc.constantFrom(null, 0, 1),
      ),
    );
    fc.assert(
      fc.property(lines, (some) => {
        const parts = importParts(
          some.map(([words, level]) => text(words, level)),
          fields,
        );
        const kept = parts.flatMap(({ heading, text: body }) => [heading, ...body.split('\n')]);
        expect(kept.filter((one) => one !== '')).toEqual(some.map(([words]) => words));
      }),
    );
  });

  it('writes the parts chosen for a field one after the other, with headings that say more', () => {
    const part = (heading: string, body: string, field: string | null) => ({
      heading,
      text: body,
      words: 0,
      field,
    });
    const parts = [
      part('背景与起因', '甲', 'background'),
      part('五、补记', '乙', 'background'),
      part('', '丙', null),
      part('摘要', '丁', 'abstract'),
    ];
    expect(importedTexts(parts, fields)).toEqual([
      { key: 'abstract', text: '摘要\n丁' },
      { key: 'background', text: '甲\n五、补记\n乙' },
    ]);
  });
});
