import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { ProgrammeFacts } from '../../programmes/public-api.js';
import type { Entry, EntryField } from '../data/entries.entities.js';
import { fieldText } from '../rules/field-text.js';
import { categoryById } from './entry-facts.js';

/** What an entry says, laid out for print. */
export type EntryForm = {
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly texts: readonly { readonly label: string; readonly text: string }[];
};

export function entryForm(
  programme: ProgrammeFacts,
  entry: Entry,
  fields: readonly EntryField[],
  names: { readonly unit: string; readonly prefecture: string },
): EntryForm {
  const values = new Map(fields.map(({ key, value }) => [key, value]));
  const answers = programme.config.fields.map(({ key, label, kind }) => ({
    label,
    kind,
    text: fieldText(values.get(key)),
  }));
  const isText = (kind: string): boolean => kind === 'section' || kind === 'long-text';
  const plain = ({ label, text }: (typeof answers)[number]) => ({ label, text });
  return {
    title: entry.title,
    facts: [
      { label: '评选活动', text: programme.name },
      { label: '案例编号', text: entry.caseNo ?? '' },
      { label: '类别', text: categoryById(programme, entry.categoryId).name },
      { label: '申报单位', text: names.unit },
      { label: '推荐单位', text: names.prefecture },
      ...answers.filter(({ kind }) => !isText(kind)).map(plain),
    ],
    texts: answers.filter(({ kind }) => isText(kind)).map(plain),
  };
}

const lines = (text: string): string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');
/** 仿宋 and 黑体 as the readers' computers have them, beside a Latin face. Sizes are half points. */
const face = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
});

export function entryFormDocx({ title, facts, texts }: EntryForm): Promise<Buffer> {
  const body = (text: string): Paragraph =>
    new Paragraph({
      indent: { firstLine: 640 },
      children: [new TextRun({ text, font: face('仿宋_GB2312'), size: 32 })],
    });
  const head = (text: string): Paragraph =>
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      spacing: { before: 240 },
      children: [new TextRun({ text, font: face('黑体'), size: 32, color: '000000' })],
    });
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    sections: [
      {
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 320 },
            children: [new TextRun({ text: title, font: face('方正小标宋_GBK'), size: 44 })],
          }),
          ...facts.map(({ label, text }) => body(`${label}：${lines(text).join('；')}`)),
          ...texts.flatMap(({ label, text }) => [head(label), ...lines(text).map(body)]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** What the template reads: no line of it is markup. */
export const entryFormData = ({ title, facts, texts }: EntryForm) => ({
  title,
  facts: facts.map(({ label, text }) => [label, lines(text).join('；')]),
  texts: texts.map(({ label, text }) => ({ label, lines: lines(text) })),
});

export const entryFormTemplate = `
#let form = json.decode(sys.inputs.data)
#set document(title: form.title)
#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "1 / 1")
#set text(font: ("Noto Serif SC"), lang: "zh", region: "cn", size: 12pt)
#set par(first-line-indent: (amount: 2em, all: true), leading: 1em, justify: true)
#align(center, text(font: "Noto Sans SC", weight: 700, size: 20pt, form.title))
#v(6mm)
#set par(first-line-indent: 0em)
#table(columns: (1fr, 3fr), stroke: 0.5pt, inset: 6pt, ..form.facts.flatten())
#for part in form.texts [
  #v(4mm)
  #text(font: "Noto Sans SC", weight: 700, size: 14pt, part.label)
  #set par(first-line-indent: (amount: 2em, all: true))
  #for line in part.lines [#par(line)]
]
`;
