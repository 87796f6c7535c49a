/** A text made comparable, and where each character of it stood in the original. */
export type Folded = { readonly text: string; readonly from: readonly number[] };

/** Width and case do not matter, nor does what `keep` leaves out. */
export function fold(original: string, keep: (character: string) => boolean): Folded {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const character of original) {
    const kept = [...character.normalize('NFKC').toLowerCase()].filter(keep).join('');
    text += kept;
    for (let unit = 0; unit < kept.length; unit++) from.push(at);
    at += character.length;
  }
  return { text, from };
}
