import { AlignmentType, Document, LineRuleType, Packer, Paragraph, TextRun } from 'docx';
import type { Entry, SectionKey } from '../province/shapes.js';

const headings: Readonly<Record<SectionKey, string>> = {
  background: '一、背景与起因',
  practice: '二、做法与经过',
  effect: '三、成效与反响',
  insight: '四、经验与启示',
};

/** The fonts of official documents (domain §2.6): CJK faces beside a Latin one. Sizes are half points. */
const face = (eastAsia: string, size: number) => ({
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia },
  size,
});
const titleFace = face('方正小标宋_GBK', 44);
const headingFace = face('黑体', 32);
const bodyFace = face('仿宋_GB2312', 32);

/** A fixed 28 points a line; the first line indented by two characters. */
const bodyManner = {
  spacing: { line: 560, lineRule: LineRuleType.EXACT },
  indent: { firstLine: 640 },
} as const;

const run = (text: string, style: ReturnType<typeof face>): TextRun =>
  new TextRun({ text, ...style });

const bodyParagraph = (text: string): Paragraph =>
  new Paragraph({ ...bodyManner, children: [run(text, bodyFace)] });

const sectionParagraphs = ({ key, text }: Entry['sections'][number]): Paragraph[] => [
  new Paragraph({ ...bodyManner, children: [run(headings[key], headingFace)] }),
  ...text.split('\n').map(bodyParagraph),
];

/**
 * The entry's body as a Word file, as its author would hand it in: the author's name is in the
 * metadata (creator and last modifier), so that its removal can be tried.
 */
export function entryDocx(entry: Entry): Promise<Buffer> {
  const author = entry.fields.contactName;
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 320 },
    children: [run(entry.title, titleFace)],
  });
  const document = new Document({
    title: entry.title,
    creator: author,
    lastModifiedBy: author,
    description: entry.key,
    sections: [{ children: [title, ...entry.sections.flatMap(sectionParagraphs)] }],
  });
  return Packer.toBuffer(document);
}
