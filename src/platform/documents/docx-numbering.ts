import { attribute } from './docx-parts.js';

type Level = { readonly format: string; readonly text: string; readonly start: number };

/** Of a numbered list: its levels, outermost first. */
export type Numbering = ReadonlyMap<string, readonly Level[]>;

const deepest = 9;

/** Reads `word/numbering.xml`: by the id that paragraphs name. */
export function readNumbering(xml: string): Numbering {
  const lists = new Map(
    pieces(xml, 'abstractNum').map(({ id, inside }) => [id, levels(inside)] as const),
  );
  return new Map(
    pieces(xml, 'num').map(({ id, inside }) => [
      id,
      lists.get(valueOf(inside, 'abstractNumId') ?? '') ?? [],
    ]),
  );
}

type Piece = { readonly id: string; readonly inside: string };

const pieces = (xml: string, name: 'abstractNum' | 'num'): Piece[] =>
  xml.split(`</w:${name}>`).flatMap((inside) => {
    const opening = new RegExp(`<w:${name}\\s[^<>]*>`).exec(inside)?.[0];
    return opening === undefined ? [] : [{ id: attribute(opening, `w:${name}Id`), inside }];
  });

const levels = (xml: string): Level[] =>
  xml
    .split('</w:lvl>')
    .slice(0, deepest)
    .map((level) => ({
      format: valueOf(level, 'numFmt') ?? 'none',
      text: valueOf(level, 'lvlText') ?? '',
      start: Number(valueOf(level, 'start') ?? '1'),
    }));

const valueOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name}\\s[^<>]*w:val="([^"]*)"`).exec(xml)?.[1];

/** Counts through a document and says the number that Word would print before a paragraph. */
export class ListNumbers {
  readonly #counts = new Map<string, number[]>();

  constructor(private readonly numbering: Numbering) {}

  /** @param depth of the list, 0 outermost; empty where the list has no number there */
  next(id: string, depth: number): string {
    const list = this.numbering.get(id) ?? [];
    const level = list[depth];
    if (level === undefined) return '';
    const counts = this.#count(id, list.slice(0, depth + 1));
    if (level.format === 'bullet') return '· ';
    const label = level.text.replace(/%([1-9])/g, (_, nth: string) =>
      numberAt(list, counts, Number(nth) - 1),
    );
    return /[\w).]$/.test(label) ? `${label} ` : label;
  }

  /** Counts the last of these levels on; those below it begin again. */
  #count(id: string, list: readonly Level[]): readonly number[] {
    const before = this.#counts.get(id) ?? [];
    const counts = list.map(
      ({ start }, at) => before[at] ?? (at < list.length - 1 ? start : start - 1),
    );
    counts[list.length - 1] = (counts.at(-1) ?? 0) + 1;
    this.#counts.set(id, counts);
    return counts;
  }
}

const numberAt = (list: readonly Level[], counts: readonly number[], at: number): string =>
  written(list[at]?.format ?? 'decimal', counts[at] ?? 1);

const digits = '〇一二三四五六七八九';

/** Chinese numerals up to 99; beyond that nobody numbers headings. */
function chinese(count: number): string {
  if (count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`;
  return ten + (ones === 0 && tens > 0 ? '' : (digits[ones] ?? ''));
}

type Alphabet = { readonly formats: RegExp; readonly before: number; readonly most: number };
const alphabets: readonly Alphabet[] = [
  { formats: /^decimalEnclosedCircle/, before: 0x245f, most: 20 },
  { formats: /^upperLetter$/, before: 0x40, most: 26 },
  { formats: /^lowerLetter$/, before: 0x60, most: 26 },
];

function written(format: string, count: number): string {
  if (/^(chinese|japanese|ideograph|taiwanese)/.test(format)) return chinese(count);
  const alphabet = alphabets.find(({ formats, most }) => formats.test(format) && count <= most);
  if (alphabet !== undefined) return String.fromCodePoint(alphabet.before + count);
  return format === 'none' ? '' : String(count);
}
