import { docxFile } from './documents.js';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const val = (name: string, value: string | number): string => `<w:${name} w:val="${value}"/>`;

/** A paragraph of `word/document.xml`; its words are XML. */
export const paragraph = (words: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
export const heading = (words: string, level = 1): string =>
  paragraph(words, val('pStyle', `${level + 1}`));
export const listed = (words: string, depth = 0): string =>
  paragraph(words, `<w:numPr>${val('ilvl', depth)}${val('numId', 7)}</w:numPr>`);

const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}">${val('name', name)}</w:style>`;
const level = (depth: number, format: string, label: string): string =>
  `<w:lvl w:ilvl="${depth}">${val('start', 1)}${val('numFmt', format)}${val('lvlText', label)}</w:lvl>`;

/** A Word document of these paragraphs, with headings 1 to 3 and a list numbered 一、（一）. */
export const wordFile = (body: string): Promise<Buffer> =>
  docxFile({
    'word/document.xml': `<?xml version="1.0"?><w:document ${w} xmlns:m="m" xmlns:pic="p" xmlns:mc="c"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `<w:styles ${w}>${style('2', 'heading 1')}${style('3', 'heading 2')}${style('4', 'heading 3')}${style('9', 'toc 1')}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${w}><w:abstractNum w:abstractNumId="3">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}</w:abstractNum><w:num w:numId="7">${val('abstractNumId', 3)}</w:num></w:numbering>`,
  });
