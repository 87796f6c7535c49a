import { describe, expect, it } from 'vitest';
import type { ZipEntry } from '../../platform/pure/zip-directory.js';
import { docxLayout, docxPart } from './docx-structure.js';
import { beginsAs, claimedKind } from './file-kind.js';
import { pdfStructure } from './pdf-structure.js';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe('a name', () => {
  it.each([
    ['claims what the rule accepts', 'a.PDF', { ok: true, value: 'pdf' }],
    ['claims a picture', 'a.jpeg', { ok: true, value: 'jpg' }],
    [
      'claims what the rule does not accept',
      'a.docx',
      { ok: false, code: 'file-kind-not-accepted' },
    ],
    ['claims a program', 'a.pdf.exe', { ok: false, code: 'file-kind-not-accepted' }],
    ['claims nothing', 'a', { ok: false, code: 'file-kind-not-accepted' }],
  ])('%s', (_what, name, expected) => {
    expect(claimedKind(name, ['pdf', 'jpg'])).toEqual(expected);
  });
});

describe('the first bytes', () => {
  it.each([
    ['of a PDF are a PDF', 'pdf', '%PDF-1.7', { ok: true, value: 'pdf' }],
    ['of a program are none', 'pdf', 'MZ\x90\0', { ok: false, code: 'file-kind-mismatch' }],
    ['of a page are none', 'jpg', '<html>', { ok: false, code: 'file-kind-mismatch' }],
    ['of a PDF are no document', 'docx', '%PDF-1.7', { ok: false, code: 'file-kind-mismatch' }],
    [
      'of a document with a password say so',
      'docx',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      { ok: false, code: 'file-encrypted' },
    ],
    ['of nothing are nothing', 'png', '', { ok: false, code: 'file-empty' }],
  ] as const)('%s', (_what, kind, text, expected) => {
    expect(beginsAs(kind, bytesOf(text))).toEqual(expected);
  });
});

const part = (name: string, more: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  encrypted: false,
  method: 8,
  compressedSize: 100,
  size: 1_000,
  isSymlink: false,
  offset: 0,
  ...more,
});
const document = [part('[Content_Types].xml'), part('word/document.xml')];
const megabyte = 1024 * 1024;

describe('the layout of a document', () => {
  it('may hold pictures and the workbook of a chart', () => {
    const entries = [part('word/media/image1.jpg'), part('word/embeddings/Sheet1.xlsx')];
    expect(docxLayout([...document, ...entries])).toEqual({ ok: true, value: true });
  });
  it.each<[string, ZipEntry[], string]>([
    ['is none without a text', [part('[Content_Types].xml')], 'file-kind-mismatch'],
    ['holds no macros', [...document, part('word/vbaProject.bin')], 'file-has-macros'],
    ['holds no macros in capitals', [...document, part('word/VBAPROJECT.BIN')], 'file-has-macros'],
    ['holds no controls', [...document, part('word/activeX/activeX1.bin')], 'file-has-macros'],
    ['holds no objects', [...document, part('word/embeddings/ole1.bin')], 'file-has-objects'],
    ['has no password', [...document, part('a', { encrypted: true })], 'file-encrypted'],
    ['leaves its folder nowhere', [...document, part('word/../../x')], 'file-damaged'],
    ['has no absolute names', [...document, part('/etc/passwd')], 'file-damaged'],
    ['has no links', [...document, part('a', { isSymlink: true })], 'file-damaged'],
    ['names nothing twice', [...document, part('word/document.xml')], 'file-damaged'],
    [
      'does not unpack without measure',
      [...document, part('a', { size: 200 * megabyte, compressedSize: 50 * megabyte })],
      'file-unpacks-too-large',
    ],
    [
      'is not packed tighter than text can be',
      [...document, part('a', { size: 90 * megabyte, compressedSize: 90_000 })],
      'file-unpacks-too-large',
    ],
    [
      'does not hold thousands of parts',
      [...document, ...Array.from({ length: 2_000 }, (_, index) => part(`a${index}`))],
      'file-unpacks-too-large',
    ],
  ])('%s', (_what, entries, code) => {
    expect(docxLayout(entries)).toEqual({ ok: false, code });
  });
});

describe('a part of a document', () => {
  const relation = (type: string) =>
    `<Relationship Id="r" Type="http://x/relationships/${type}" Target="http://evil/" TargetMode="External"/>`;
  it.each([
    ['word/_rels/document.xml.rels', relation('hyperlink')],
    ['word/document.xml', '<w:t>DDE 协议的讨论</w:t>'],
  ])('%s may hold %s', (name, xml) => {
    expect(docxPart(name, xml)).toEqual({ ok: true, value: true });
  });
  it.each([
    ['word/_rels/settings.xml.rels', relation('attachedTemplate'), 'file-has-links'],
    ['word/_rels/document.xml.rels', relation('image'), 'file-has-links'],
    ['word/document.xml', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'file-damaged'],
    ['word/document.xml', '<w:instrText>DDEAUTO c:\\cmd.exe</w:instrText>', 'file-has-scripts'],
    ['word/document.xml', '<w:fldSimple w:instr="DDE excel"/>', 'file-has-scripts'],
    [
      '[Content_Types].xml',
      'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"',
      'file-has-macros',
    ],
  ])('%s may not hold %s', (name, xml, code) => {
    expect(docxPart(name, xml)).toEqual({ ok: false, code });
  });
});

describe('a PDF', () => {
  const whole = (inside: string): string[] => [`%PDF-1.7\n${inside}\n%%EOF`];
  it('may hold pages', () => {
    expect(pdfStructure(whole('<< /Type /Page /OpenAction [1 0 R /Fit] >>'))).toEqual({
      ok: true,
      value: true,
    });
  });
  it.each([
    ['/S /JavaScript /JS (app.alert(1))', 'file-has-scripts'],
    ['/S /Java#53cript', 'file-has-scripts'],
    ['/S /L#61unch', 'file-has-scripts'],
    ['/Type /Obj#53tm', 'file-has-scripts'],
    ['/S /Launch /F (cmd.exe)', 'file-has-scripts'],
    ['/EmbeddedFiles 3 0 R', 'file-has-embedded-files'],
    ['/Encrypt 9 0 R', 'file-encrypted'],
  ])('may not hold %s', (inside, code) => {
    expect(pdfStructure(whole(inside))).toEqual({ ok: false, code });
  });
  it('may not hide it in an object stream', () => {
    expect(pdfStructure([...whole(''), '<< /S /JavaScript >>'])).toEqual({
      ok: false,
      code: 'file-has-scripts',
    });
  });
  it('is whole', () => {
    expect(pdfStructure(['%PDF-1.7\n1 0 obj'])).toEqual({ ok: false, code: 'file-damaged' });
  });
});
