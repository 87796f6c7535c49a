import { ListNumbers, type Numbering } from './docx-numbering.js';
import { attribute, readTag, type Tag } from './docx-parts.js';
import { levelOf, plainStyle, type Style } from './docx-styles.js';

export type DocxBlock =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** Of a heading, 0 outermost; null for a text. */
      readonly level: number | null;
    }
  /** One row of a table: the paragraphs of each cell. */
  | { readonly kind: 'row'; readonly cells: readonly (readonly string[])[] };

export const docxFindings = [
  'images',
  'textBoxes',
  'tables',
  'formulas',
  'notes',
  'comments',
  'insertions',
  'deletions',
] as const;
/** How many of each there are. */
export type DocxFound = Record<(typeof docxFindings)[number], number>;

export type DocxContent = { readonly blocks: readonly DocxBlock[]; readonly found: DocxFound };

type Open = { text: string; style: Style; level: number | null; id: string; depth: number };

/** Left out with all they hold: what was struck out, how it looked before, and text boxes. */
const leftOut = /^(w:(del|moveFrom|txbxContent|pPrChange|rPrChange|sectPrChange)|mc:Fallback)$/;
const counted: Readonly<Record<string, keyof DocxFound>> = {
  'pic:pic': 'images',
  'c:chart': 'images',
  'v:imagedata': 'images',
  'w:txbxContent': 'textBoxes',
  'w:tbl': 'tables',
  'm:oMath': 'formulas',
  'w:footnoteReference': 'notes',
  'w:endnoteReference': 'notes',
  'w:commentReference': 'comments',
  'w:ins': 'insertions',
  'w:moveTo': 'insertions',
  'w:del': 'deletions',
  'w:moveFrom': 'deletions',
};
/** These are marks on a paragraph, not pieces of text, when they hold nothing. */
const marksWhenEmpty = /^w:(ins|del|moveTo|moveFrom)$/;

/** The paragraphs and tables of `word/document.xml` in their order, as a reader sees them. */
export function docxBlocks(
  xml: string,
  styles: ReadonlyMap<string, Style>,
  numbering: Numbering,
): DocxContent {
  const reader = new BlockReader(styles, new ListNumbers(numbering));
  for (const [token] of xml.matchAll(/<[^<>]*>|[^<]+/g)) reader.take(token);
  return { blocks: reader.blocks, found: reader.found };
}

class BlockReader {
  readonly blocks: DocxBlock[] = [];
  readonly found = Object.fromEntries(docxFindings.map((name) => [name, 0])) as DocxFound;
  #gap: { readonly name: string; depth: number } | null = null;
  #paragraph: Open | null = null;
  #inProperties = false;
  #inText = false;
  #tables = 0;
  #cells: string[][] = [];

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly numbers: ListNumbers,
  ) {}

  take(token: string): void {
    const tag = readTag(token);
    if (this.#gap !== null) return this.#inGap(this.#gap, tag);
    if (tag.name === '') return this.#write(this.#inText ? plain(token) : '');
    if (tag.opens) this.#open(tag, token);
    if (tag.closes) this.#close(tag.name);
  }

  #inGap(gap: { readonly name: string; depth: number }, tag: Tag): void {
    if (tag.name !== gap.name) return;
    gap.depth += Number(tag.opens) - Number(tag.closes);
    if (gap.depth === 0) this.#gap = null;
  }

  #open(tag: Tag, token: string): void {
    this.#count(tag);
    if (leftOut.test(tag.name) && !tag.closes) this.#gap = { name: tag.name, depth: 1 };
    this.#opening[tag.name]?.(token);
  }

  #count({ name, closes }: Tag): void {
    const what = counted[name];
    if (what !== undefined && !(closes && marksWhenEmpty.test(name))) this.found[what]++;
  }

  readonly #opening: Readonly<Record<string, (token: string) => void>> = {
    'w:p': () => {
      this.#paragraph = { text: '', style: plainStyle, level: null, id: '', depth: 0 };
    },
    'w:pPr': () => void (this.#inProperties = true),
    'w:pStyle': (token) =>
      this.#set({ style: this.styles.get(attribute(token, 'w:val')) ?? plainStyle }),
    'w:outlineLvl': (token) => this.#set({ level: levelOf(attribute(token, 'w:val')) }),
    'w:numId': (token) => this.#set({ id: attribute(token, 'w:val') }),
    'w:ilvl': (token) => this.#set({ depth: Number(attribute(token, 'w:val')) }),
    'w:t': () => void (this.#inText = true),
    'm:t': () => void (this.#inText = true),
    'w:tab': () => this.#write(this.#inProperties ? '' : '\t'),
    'w:br': () => this.#write('\n'),
    'w:cr': () => this.#write('\n'),
    'w:noBreakHyphen': () => this.#write('-'),
    'w:tbl': () => void this.#tables++,
    'w:tr': () => void (this.#tables === 1 && (this.#cells = [])),
    'w:tc': () => void (this.#tables === 1 && this.#cells.push([])),
  };

  #close(name: string): void {
    this.#closing[name]?.();
  }

  readonly #closing: Readonly<Record<string, () => void>> = {
    'w:pPr': () => void (this.#inProperties = false),
    'w:t': () => void (this.#inText = false),
    'm:t': () => void (this.#inText = false),
    'w:p': () => this.#endParagraph(),
    'w:tr': () => {
      if (this.#tables === 1) this.blocks.push({ kind: 'row', cells: this.#cells });
    },
    'w:tbl': () => void this.#tables--,
  };

  #set(part: Partial<Open>): void {
    if (this.#inProperties && this.#paragraph !== null) Object.assign(this.#paragraph, part);
  }

  #write(text: string): void {
    if (this.#paragraph !== null) this.#paragraph.text += text;
  }

  #endParagraph(): void {
    const paragraph = this.#paragraph;
    this.#paragraph = null;
    if (paragraph === null || paragraph.style.isContents) return;
    const text = this.#numbered(paragraph);
    if (text === '') return;
    if (this.#tables > 0) this.#cells.at(-1)?.push(text);
    else {
      const level = paragraph.level ?? paragraph.style.level;
      this.blocks.push({ kind: 'paragraph', text, level });
    }
  }

  #numbered({ text, style, id, depth }: Open): string {
    const words = text.trim();
    if (words === '') return '';
    const list = id === '' ? style.list : { id, depth };
    return (list === null ? '' : this.numbers.next(list.id, list.depth)) + words;
  }
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, dec, name) =>
    name === undefined
      ? character(Number(hex === undefined ? dec : `0x${hex}`))
      : (named[name as string] ?? (whole as string)),
  );

/** PostgreSQL keeps no NUL, and half a character is none. */
const character = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
    ? ''
    : String.fromCodePoint(code);
