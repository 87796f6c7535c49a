const longest = 120;

/** Controls, and marks that change the direction of text: a name may not show what it is not. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** The name a file is listed under: the last part of what was sent, without what could mislead. */
export function fileName(sent: string, kind: string): string {
  const last = sent.normalize('NFC').replaceAll('\\', '/').split('/').at(-1) ?? '';
  const plain = last
    .replace(unseen, '')
    .replace(/["*:<>?|]/g, '_')
    .trim();
  const stem = [...plain.replace(/\.[^.]{0,10}$/, '')].slice(0, longest).join('');
  return `${stem.replace(/^[.\s]+|[.\s]+$/g, '') || 'file'}.${kind}`;
}

/** The ending of a name in small letters, `jpeg` as `jpg`; empty when it has none. */
export const endingOf = (name: string): string =>
  (/\.([^./\\]+)$/.exec(name.trim())?.[1] ?? '').toLowerCase().replace(/^jpeg$/, 'jpg');
