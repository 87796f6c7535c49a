import JSZip from 'jszip';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';

export type DocumentText = {
  readonly text: string;
  /** What the file says of itself, such as `author`; empty ones are left out. */
  readonly properties: Readonly<Record<string, string>>;
};

/** The text of a Word document and what its properties say, Word's own and those of WPS alike. */
export async function docxText(bytes: Buffer): Promise<DocumentText> {
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  const archive = await JSZip.loadAsync(bytes);
  const properties: Record<string, string> = {};
  for (const name of ['core', 'app', 'custom']) {
    const xml = await archive.file(`docProps/${name}.xml`)?.async('string');
    for (const [, key, text] of (xml ?? '').matchAll(/<([\w:.-]+)(?:\s[^<>]*)?>([^<>]+)<\//g))
      add(properties, (key ?? '').replace(/^.*:/, ''), text ?? '');
  }
  return { text: value, properties };
}

/** The text layer of a PDF, in plain characters, and its document information. */
export async function pdfText(bytes: Buffer): Promise<DocumentText> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: true });
  const { info } = await getMeta(document);
  const properties: Record<string, string> = {};
  for (const [key, value] of Object.entries(info as Record<string, unknown>))
    if (typeof value === 'string') add(properties, key, value);
  // A text layer may hold look-alikes of Han characters from the radicals' block.
  return { text: text.normalize('NFKC'), properties };
}

function add(properties: Record<string, string>, key: string, text: string): void {
  const plain = text.trim();
  if (plain !== '') properties[key] = properties[key] ? `${properties[key]} ${plain}` : plain;
}
