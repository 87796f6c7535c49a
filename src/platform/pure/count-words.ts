/** Characters that fill a square each: Han, kana, bopomofo, CJK punctuation, full-width forms. */
const square = [
  '\\p{Script=Han}',
  '\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}',
  // Punctuation and symbols that Chinese type sets in a square.
  '\\u2E80-\\u303F\\u30FB\\u30FC\\u31C0-\\u31EF\\u3200-\\u33FF\\uFE10-\\uFE1F\\uFE30-\\uFE6F',
  '\\uFF01-\\uFF9F\\uFFE0-\\uFFE6\\u2460-\\u24FF',
  // Marks that Latin and Chinese text share: middle dot, dash, quotation marks, ellipsis.
  '\\u00B7\\u2014\\u2015\\u2018\\u2019\\u201C\\u201D\\u2026',
  // Rare characters: private use (older ministry fonts) and planes newer than the engine's tables.
  '\\uE000-\\uF8FF\\u{20000}-\\u{3FFFF}',
].join('');

/** Joiners, variation selectors, soft hyphens: characters that print nothing of their own. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const apostropheInWord = /(?<=[\p{Script=Latin}])\u2019(?=[\p{Script=Latin}])/gu;
const unit = new RegExp(`[${square}]|[^${square}\\s]+`, 'gu');
const counts = new RegExp(`[${square}\\p{L}\\p{N}]`, 'u');

/**
 * The number Word shows as 字数: each Chinese character and full-width mark is 1, each run of
 * letters and digits with the marks inside it (`3.5`, `don't`, `AI-based`, `50%`) is 1. White
 * space, half-width punctuation standing alone and emoji are 0.
 */
export function countWords(text: string): number {
  const visible = text.replace(invisible, '').replace(apostropheInWord, "'").replace(/\s/gu, ' ');
  return (visible.match(unit) ?? []).filter((part) => counts.test(part)).length;
}
