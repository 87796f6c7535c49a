import { attribute } from './docx-parts.js';

export type Style = {
  /** Of a heading, 0 outermost; null for a text. */
  readonly level: number | null;
  /** Whether it is a line of the table of contents, which repeats the headings. */
  readonly isContents: boolean;
  readonly list: { readonly id: string; readonly depth: number } | null;
};

export const plainStyle: Style = { level: null, isContents: false, list: null };

type Described = Style & { readonly basedOn: string };

const furthest = 10;

/** Reads `word/styles.xml`: by the id that paragraphs name, with what a style has from those below it. */
export function readStyles(xml: string): ReadonlyMap<string, Style> {
  const described = new Map<string, Described>();
  for (const piece of xml.split('</w:style>')) {
    const opening = /<w:style\s[^<>]*>/.exec(piece)?.[0];
    if (opening !== undefined) described.set(attribute(opening, 'w:styleId'), describe(piece));
  }
  return new Map([...described.keys()].map((id) => [id, inherited(described, id)]));
}

function describe(xml: string): Described {
  const name = valueOf(xml, 'name') ?? '';
  const named = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  const outline = valueOf(xml, 'outlineLvl');
  const id = valueOf(xml, 'numId');
  return {
    level: levelOf(named === undefined ? outline : Number(named) - 1),
    isContents: /^toc\s/i.test(name),
    list: id === undefined ? null : { id, depth: Number(valueOf(xml, 'ilvl') ?? '0') },
    basedOn: valueOf(xml, 'basedOn') ?? '',
  };
}

function inherited(styles: ReadonlyMap<string, Described>, id: string): Style {
  let { level, isContents, list }: Style = plainStyle;
  let at = styles.get(id);
  for (let far = 0; at !== undefined && far < furthest; far++) {
    level ??= at.level;
    list ??= at.list;
    isContents ||= at.isContents;
    at = styles.get(at.basedOn);
  }
  return { level, isContents, list };
}

/** Word writes 9 for body text. */
export function levelOf(value: string | number | undefined): number | null {
  const level = value === undefined || value === '' ? NaN : Number(value);
  return level >= 0 && level < 9 ? level : null;
}

const valueOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name}\\s[^<>]*w:val="([^"]*)"`).exec(xml)?.[1];
