import { allow, type Decision, refuse } from '../../platform/pure/decision.js';
import type { FileRefusal } from './refusals.js';

const refusedNames: readonly (readonly [string, FileRefusal])[] = [
  ['Encrypt', 'file-encrypted'],
  ['JavaScript', 'file-has-scripts'],
  ['Launch', 'file-has-scripts'],
  ['RichMedia', 'file-has-scripts'],
  ['SubmitForm', 'file-has-scripts'],
  ['ImportData', 'file-has-scripts'],
  ['EmbeddedFile', 'file-has-embedded-files'],
];

const endSearched = 4_096;

/** Whether a PDF is whole and neither runs, hides nor carries anything. @param texts its objects' texts */
export function pdfStructure(texts: readonly string[]): Decision<true, FileRefusal> {
  if (!texts[0]?.slice(-endSearched).includes('%%EOF')) return refuse('file-damaged');
  for (const text of texts) {
    const found = refusedNames.find(([name]) => text.includes(`/${name}`));
    if (found) return refuse(found[1]);
    if (disguised(text)) return refuse('file-has-scripts');
  }
  return allow(true);
}

/** More names written with `#xx` than any typesetter writes. */
const mostEscaped = 20_000;

/** A name may be written with `#xx` for a letter; nobody does so with these but to hide them. */
function disguised(text: string): boolean {
  let escaped = 0;
  for (const [name] of text.matchAll(/\/[A-Za-z]{0,12}#[0-9A-Fa-f]{2}[A-Za-z0-9#]{0,40}/g)) {
    if (++escaped > mostEscaped) return true;
    const plain = name.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    if (
      plain.startsWith('/ObjStm') ||
      refusedNames.some(([known]) => plain.startsWith(`/${known}`))
    )
      return true;
  }
  return false;
}
