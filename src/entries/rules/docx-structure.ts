import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import type { ZipEntry } from '../../platform/pure/zip-directory.js';
import type { FileRefusal } from './refusals.js';

const mostEntries = 2_000;
const mostUnpacked = 150 * 1024 * 1024;
/** Of text with its markup; a book has a tenth of it. */
const mostXml = 16 * 1024 * 1024;
/** Text packs to a hundredth at most; what packs tighter is made to fill a disk. */
const tightest = 200;
const smallEnough = 1024 * 1024;

type Flaw = readonly [FileRefusal, (entries: readonly ZipEntry[]) => boolean];

/** In the order in which they are told. */
const flaws: readonly Flaw[] = [
  ['file-kind-mismatch', (entries) => !isDocument(entries)],
  ['file-encrypted', (entries) => entries.some(({ encrypted }) => encrypted)],
  ['file-unpacks-too-large', (entries) => unpacksTooLarge(entries)],
  ['file-damaged', (entries) => namedTwice(entries) || entries.some(isMisplaced)],
  ['file-has-macros', (entries) => entries.some(({ name }) => holdsMacros.test(name))],
  ['file-has-objects', (entries) => entries.some(({ name }) => holdsObject.test(name))],
];

/** Whether an archive is laid out as a Word document that is safe to unpack. */
export function docxLayout(entries: readonly ZipEntry[]): Decision<true, FileRefusal> {
  const flaw = flaws.find(([, holds]) => holds(entries));
  return flaw === undefined ? allow(true) : refuse(flaw[0]);
}

/** As `docxLayout`, for a document of which nothing but the text is read: what runs or reaches out stays behind. */
export function readableLayout(entries: readonly ZipEntry[]): Decision<true, FileRefusal> {
  const flaw = flaws.find(([code, holds]) => !harmlessUnread.includes(code) && holds(entries));
  return flaw === undefined ? allow(true) : refuse(flaw[0]);
}

const harmlessUnread: readonly FileRefusal[] = ['file-has-macros', 'file-has-objects'];

const isDocument = (entries: readonly ZipEntry[]): boolean =>
  ['[Content_Types].xml', 'word/document.xml'].every((part) =>
    entries.some(({ name }) => name === part),
  );

/** Two entries of one name: programs differ on which of them counts. */
const namedTwice = (entries: readonly ZipEntry[]): boolean =>
  new Set(entries.map(({ name }) => name)).size !== entries.length;

const holdsMacros = /(^|\/)(vba[^/]*\.(bin|xml)|macrosheets\/|activeX\/)/i;
/** Charts bring a workbook along, which is cleaned; anything else embedded may hold anything. */
const holdsObject = /^word\/embeddings\/(?!.*\.xlsx$)/i;

/** Parts that are read as text. */
export const isXml = (name: string): boolean => /\.(xml|rels)$/i.test(name);

const isMisplaced = ({ name, isSymlink }: ZipEntry): boolean =>
  isSymlink || name.startsWith('/') || name.includes('\\') || name.split('/').includes('..');

function unpacksTooLarge(entries: readonly ZipEntry[]): boolean {
  const sizeOf = (some: readonly ZipEntry[]): number =>
    some.reduce((sum, { size }) => sum + size, 0);
  return (
    entries.length > mostEntries ||
    sizeOf(entries) > mostUnpacked ||
    sizeOf(entries.filter(({ name }) => isXml(name))) > mostXml ||
    entries.some(
      ({ size, compressedSize }) => size > smallEnough && size > compressedSize * tightest,
    )
  );
}

/** Whether one XML part of a Word document reaches outside of it. */
export function docxPart(name: string, xml: string): Decision<true, FileRefusal> {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return refuse('file-damaged');
  if (name === '[Content_Types].xml' && /macroEnabled/i.test(xml)) return refuse('file-has-macros');
  if (name.endsWith('.rels') && relations(xml).some(reachesOut)) return refuse('file-has-links');
  return /\bDDE(AUTO)?\s/.test(fieldCodes(xml)) ? refuse('file-has-scripts') : allow(true);
}

const relations = (xml: string): readonly string[] =>
  xml.match(/<(\w+:)?Relationship\b[^<>]*>/g) ?? [];

/** Plain links to click on may point anywhere; templates, pictures and objects may not. */
const reachesOut = (relation: string): boolean =>
  /TargetMode\s*=\s*["']External["']/i.test(relation) &&
  !/Type\s*=\s*["'][^"']*\/hyperlink["']/.test(relation);

const fieldCodes = (xml: string): string =>
  (xml.match(/<w:instrText\b[^<>]*>[^<]*|\bw:instr="[^"]*"/g) ?? [])
    .map((code) => code.replace(/^[^>"]*[>"]/, ''))
    .join(' ');
