import { countWords } from '../../platform/pure/count-words.js';

/** A paragraph with its level as a heading (0 outermost, null: text), or a row of a table. */
type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly level: number | null }
  | { readonly kind: 'row'; readonly cells: readonly (readonly string[])[] };
type Field = { readonly key: string; readonly label: string; readonly kind: string };

/** One part of a document under its heading, and the field that it is proposed for. */
export type ImportPart = {
  /** As it stands in the document; empty for what comes before the first. */
  readonly heading: string;
  readonly text: string;
  /** Of heading and text, as Word counts 字数. */
  readonly words: number;
  readonly field: string | null;
};

type Line = { readonly text: string; readonly rank: number | null };

/** Below every level that Word styles have. */
const typedHeadings: readonly RegExp[] = [
  /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|、)?|[一二三四五六七八九十]{1,3}[、．.])/u,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/u,
  /^\d{1,2}(?:、|[．.](?!\d))/u,
  /^[（(]\d{1,2}[）)]/u,
];
const firstTyped = 10;
/** A short line that is nothing but the name of a field. */
const bareName = 99;
const longestHeading = 40;

/** Fields in which a text out of a document may go. */
export const takesText = ({ kind }: Pick<Field, 'kind'>): boolean =>
  kind === 'section' || kind === 'long-text';

/**
 * Divides a document at the headings that stand for the fields of the form and proposes for each part
 * its field: by the heading's words, or in order where there are as many parts as sections.
 */
export function importParts(blocks: readonly Block[], fields: readonly Field[]): ImportPart[] {
  const texts = fields.filter(takesText);
  const lines = blocks.flatMap((block) => linesOf(block, texts));
  const parts = divide(lines, dividingRank(lines, texts));
  const named = parts.map(({ heading }) => fieldNamed(heading, texts)?.key ?? null);
  const inOrder = named.every((key) => key === null) ? orderOf(parts, texts) : named;
  return parts.map(({ heading, text }, index) => ({
    heading,
    text,
    words: countWords(`${heading}\n${text}`),
    field: inOrder[index] ?? null,
  }));
}

/**
 * What would stand in each chosen field, in the order of the form: the parts chosen for it one after the
 * other. A heading that only says the field's name gives way to it; every other heading stays.
 */
export function importedTexts(
  parts: readonly ImportPart[],
  fields: readonly Field[],
): { readonly key: string; readonly text: string }[] {
  return fields.flatMap((field) => {
    const chosen = parts.filter((part) => part.field === field.key);
    const texts = chosen.map(({ heading, text }) =>
      nameOf(heading) === nameOf(field.label) ? text : `${heading}\n${text}`.trim(),
    );
    return chosen.length === 0 ? [] : [{ key: field.key, text: texts.join('\n') }];
  });
}

function linesOf(block: Block, fields: readonly Field[]): Line[] {
  if (block.kind === 'paragraph') return split(block.text).map((text) => line(text, block.level));
  const cells = block.cells.filter((cell) => cell.length > 0);
  const label = labelOf(cells, fields);
  const heading: Line[] = label === undefined ? [] : [{ text: label, rank: bareName }];
  const texts = textsOf(label === undefined ? cells : cells.slice(1));
  return [...heading, ...texts.flatMap(split).map((text) => line(text, null))];
}

type Cells = readonly (readonly string[])[];

/** What stands in the first cell of a row, when it is the name of a field and its text stands beside it. */
function labelOf([first, ...others]: Cells, fields: readonly Field[]): string | undefined {
  const label = first?.length === 1 && others.length > 0 ? first[0] : undefined;
  return label !== undefined && fieldNamed(label, fields) !== undefined ? label : undefined;
}

/** A row of single lines is one line; where a cell holds more, each paragraph stands by itself. */
const textsOf = (cells: Cells): string[] =>
  cells.length > 1 && cells.every((cell) => cell.length === 1)
    ? [cells.flat().join('　')]
    : cells.flat();

const split = (text: string): string[] =>
  text
    .split(/[\n\r]/u)
    .map((one) => one.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((one) => one !== '');

function line(text: string, level: number | null): Line {
  if (level !== null) return { text, rank: level };
  const typed = typedHeadings.findIndex((pattern) => pattern.test(text));
  const isHeading = typed >= 0 && text.length <= longestHeading && !/[。；;！？]/u.test(text);
  return { text, rank: isHeading ? firstTyped + typed : null };
}

/** Down to which rank headings divide the document: that of most headings that name a field. */
function dividingRank(lines: readonly Line[], fields: readonly Field[]): number {
  const naming = lines.filter(({ text, rank }) => rank !== null && fieldNamed(text, fields));
  const counts = new Map<number, number>();
  for (const { rank } of naming.length > 0 ? naming : lines)
    if (rank !== null) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  const ranks = [...counts].sort(([a], [b]) => a - b);
  const most = Math.max(0, ...counts.values());
  const wanted = naming.length > 0 ? most : Math.min(2, most);
  return ranks.find(([, count]) => count >= wanted)?.[0] ?? -1;
}

type Divided = { readonly heading: string; readonly text: string };

function divide(lines: readonly Line[], lowest: number): Divided[] {
  const parts: { heading: string; texts: string[] }[] = [{ heading: '', texts: [] }];
  for (const { text, rank } of lines) {
    if (rank !== null && (rank <= lowest || rank === bareName))
      parts.push({ heading: text, texts: [] });
    else parts.at(-1)?.texts.push(text);
  }
  return parts
    .filter(({ heading, texts }) => heading !== '' || texts.length > 0)
    .map(({ heading, texts }) => ({ heading, text: texts.join('\n') }));
}

function orderOf(parts: readonly Divided[], fields: readonly Field[]): (string | null)[] {
  const sections = fields.filter(({ kind }) => kind === 'section');
  const headed = parts.filter(({ heading }) => heading !== '');
  if (headed.length === 0 && sections.length === 1)
    return parts.map(() => sections[0]?.key ?? null);
  if (headed.length !== sections.length) return parts.map(() => null);
  return parts.map((part) => sections[headed.indexOf(part)]?.key ?? null);
}

/** Words that call for the same section. */
const kindred: readonly (readonly string[])[] = [
  ['摘要', '提要', '概要', '简介'],
  ['背景', '起因', '缘起', '动因'],
  ['做法', '举措', '措施', '经过', '过程', '实施'],
  ['成效', '效果', '成果', '反响'],
  ['经验', '启示', '反思', '体会'],
];

/** The name without number, marks and white space. */
const nameOf = (heading: string): string =>
  typedHeadings
    .reduce((text, number) => text.replace(number, ''), heading)
    .replace(/[\s\p{P}\p{S}]/gu, '');

const longestName = 20;

/** The field that a heading names: by its whole name, as a part of it, or by a kindred word. */
function fieldNamed(heading: string, fields: readonly Field[]): Field | undefined {
  const name = nameOf(heading);
  if (name.length < 2 || name.length > longestName) return undefined;
  return (
    fields.find(({ label }) => nameOf(label) === name) ??
    fields.find(({ label }) => nameOf(label).includes(name) || name.includes(nameOf(label))) ??
    fields.find(({ label }) => kindOf(name)?.some((word) => label.includes(word)))
  );
}

/** In Chinese the word that counts stands last: 实施背景 is a background. */
function kindOf(name: string): readonly string[] | undefined {
  const places = kindred.map((words) => Math.max(...words.map((word) => name.lastIndexOf(word))));
  const last = Math.max(...places);
  return last < 0 ? undefined : kindred[places.indexOf(last)];
}
