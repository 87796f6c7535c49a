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

/** One XML part of a Word document without who wrote it, when, on what, and what was struck out. */
export function plainDocxPart(name: string, xml: string): string {
  const empty = emptied[name];
  if (empty !== undefined) return declaration + empty;
  if (name === '[Content_Types].xml') return withoutOverrides(xml);
  if (name.endsWith('.rels')) return plainRelations(xml);
  return name.startsWith('word/') ? plainText(name, xml) : xml;
}

const withoutOverrides = (xml: string): string =>
  xml.replace(/<Override\b[^>]*?\bPartName="\/([^"]*)"[^>]*?\/>/g, (override, part: string) =>
    isLeftOut(part) ? '' : override,
  );

const leftOutRelation = /\/(comments[A-Za-z]*|people|customXml|package|oleObject|thumbnail)"/;

/** A link keeps its text and loses its address. */
const plainRelations = (xml: string): string =>
  xml.replace(/<Relationship\b[^>]*?\/>/g, (relation) => {
    if (leftOutRelation.test(/\bType="[^"]*"/.exec(relation)?.[0] ?? '')) return '';
    return /TargetMode="External"/.test(relation)
      ? relation.replace(/\bTarget="[^"]*"/, 'Target="about:blank"')
      : relation;
  });

type Change = readonly [RegExp, string];

/** Accepts every tracked change, then takes away marks of people, machines and sessions. */
const changes: readonly Change[] = [
  [/<w:(ins|del|moveFrom|moveTo|numberingChange)\b[^>]*\/>/g, ''],
  [/<w:(moveFrom|moveTo)Range(Start|End)\b[^>]*\/>/g, ''],
  [/<w:(del|moveFrom)\b[^>]*>[\s\S]*?<\/w:\1>/g, ''],
  [/<\/?w:(ins|moveTo)(\s[^>]*)?>/g, ''],
  [/<w:([A-Za-z]+PrChange)\b[^>]*?(\/>|>[\s\S]*?<\/w:\1>)/g, ''],
  [/<w:comment(RangeStart|RangeEnd|Reference)\b[^>]*\/>/g, ''],
  [/<c:externalData\b[\s\S]*?<\/c:externalData>/g, ''],
  [/<w:dataBinding\b[^>]*\/>/g, ''],
  [
    /\s(w|w14|w15|w16[a-z]*):(rsid[A-Za-z]*|author|initials|date|dateUtc|userId|providerId)="[^"]*"/g,
    '',
  ],
];

/** File names of pictures and texts for the blind name places and people. */
const pictureNames = /(<(?:wp:docPr|pic:cNvPr|a:cNvPr|wps:cNvPr|v:shape|v:imagedata)\b[^>]*>)/g;

const settings: readonly Change[] = [
  [/<w:(rsids|docVars|mailMerge)\b[^>]*?(\/>|>[\s\S]*?<\/w:\1>)/g, ''],
  [/<w:(attachedTemplate|trackRevisions|saveThroughXslt)\b[^>]*\/>/g, ''],
  [/<w1[45]:docId\b[^>]*\/>/g, ''],
];

function plainText(name: string, xml: string): string {
  const text = apply(xml, changes).replace(pictureNames, (tag) =>
    tag.replace(/\s(name|descr|title|alt|o:title)="[^"]*"/g, ' $1=""'),
  );
  return name === 'word/settings.xml' ? apply(text, settings) : text;
}

const apply = (xml: string, list: readonly Change[]): string =>
  list.reduce((text, [pattern, by]) => text.replace(pattern, by), xml);
