/** What is left out of a document: it speaks of people and machines, not of the subject. */
const leftOut =
  /^(customXml\/|word\/embeddings\/|docProps\/thumbnail|word\/(comments[A-Za-z]*|people)\.xml|word\/_rels\/(comments[A-Za-z]*|people)\.xml\.rels)/;

export const isLeftOut = (name: string): boolean => leftOut.test(name);

const emptied: Readonly<Record<string, string>> = {
  'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * One XML part of a Word document without who wrote it, when, on what, and what was struck out.
 * Each character is looked at a fixed number of times, however the part was made.
 */
export function plainDocxPart(name: string, xml: string): string {
  const empty = emptied[name];
  if (empty !== undefined) return declaration + empty;
  const plain = withoutComments(xml);
  if (name === '[Content_Types].xml') return eachTag(plain, plainOverride);
  if (name.endsWith('.rels')) return eachTag(plain, plainRelation);
  return name.startsWith('word/') ? plainText(plain) : plain;
}

const eachTag = (xml: string, change: (tag: string) => string): string =>
  xml.replace(/<[^<>]*>/g, change);

/** The value of a tag's attribute, as it stands in the text; empty when it has none. */
export const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const plainOverride = (tag: string): string =>
  isLeftOut(attribute(tag, 'PartName').replace(/^\//, '')) ? '' : tag;

const leftOutRelation = /\/(comments[A-Za-z]*|people|customXml|package|oleObject|thumbnail)$/;

/** A link keeps its text and loses its address. */
function plainRelation(tag: string): string {
  if (leftOutRelation.test(attribute(tag, 'Type'))) return '';
  return attribute(tag, 'TargetMode') === 'External'
    ? tag.replace(/\sTarget="[^"]*"/, ' Target="about:blank"')
    : tag;
}

/** Dropped with all they hold: what was struck out, how it looked before, and lists of sessions. */
const dropped = /^(w:(del|moveFrom|rsids|docVars|mailMerge|[A-Za-z]+PrChange)|c:externalData)$/;
/** Dropped by themselves: their inside stays. Empty ones are marks of the same kind. */
const unwrapped =
  /^(w:(ins|moveTo|numberingChange|(moveFrom|moveTo)Range(Start|End)|comment(RangeStart|RangeEnd|Reference)|dataBinding|attachedTemplate|trackRevisions|saveThroughXslt)|w1[45]:docId)$/;

const personal =
  /\s(w|w14|w15|w16[a-z]*):(rsid[A-Za-z]*|author|initials|date|dateUtc|userId|providerId)="[^"]*"/g;

/** File names of pictures and texts for the blind name places and people. */
const picture = /^(wp:docPr|pic:cNvPr|a:cNvPr|wps:cNvPr|v:shape|v:imagedata)$/;
const pictureNames = /\s(name|descr|title|alt|o:title)="[^"]*"/g;

export type Tag = { readonly name: string; readonly opens: boolean; readonly closes: boolean };
/** An element that is left out, and how many of its name are open. */
type Gap = { readonly name: string; readonly depth: number };

/** Accepts every tracked change and takes away the marks of people, machines and sessions. */
function plainText(xml: string): string {
  const kept: string[] = [];
  let gap: Gap | null = null;
  for (const [token] of xml.matchAll(/<[^<>]*>|[^<]+|</g)) {
    const tag = readTag(token);
    gap ??= gapAt(tag);
    if (gap === null) kept.push(plainToken(token, tag.name));
    else gap = after(gap, tag);
  }
  return kept.join('');
}

/** A tag's name and whether it opens and closes an element; a text has no name. */
export function readTag(token: string): Tag {
  const name = /^<\/?([A-Za-z][\w:.-]*)/.exec(token)?.[1] ?? '';
  const closing = token.startsWith('</');
  return { name, opens: !closing, closes: closing || token.endsWith('/>') };
}

const gapAt = ({ name, opens, closes }: Tag): Gap | null =>
  opens && !closes && dropped.test(name) ? { name, depth: 0 } : null;

function after({ name, depth }: Gap, tag: Tag): Gap | null {
  const open = tag.name === name ? depth + Number(tag.opens) - Number(tag.closes) : depth;
  return open === 0 ? null : { name, depth: open };
}

function plainToken(token: string, name: string): string {
  if (name === '') return token;
  if (dropped.test(name) || unwrapped.test(name)) return '';
  const plain = token.replace(personal, '');
  return picture.test(name) ? plain.replace(pictureNames, ' $1=""') : plain;
}

function withoutComments(xml: string): string {
  const kept: string[] = [];
  for (let at = 0; ;) {
    const begin = xml.indexOf('<!--', at);
    kept.push(xml.slice(at, begin < 0 ? undefined : begin));
    const end = begin < 0 ? -1 : xml.indexOf('-->', begin + 4);
    if (end < 0) return kept.join('');
    at = end + 3;
  }
}
