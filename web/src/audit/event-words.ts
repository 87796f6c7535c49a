export type EventWords = ReadonlyMap<string, string>;

/** The worded events from the locale's tree: `identity` → `signed-in` → words. */
export const eventCodes = (tree: Readonly<Record<string, object>>): string[] =>
  Object.entries(tree).flatMap(([module, events]) =>
    Object.keys(events).map((event) => `${module}.${event}`),
  );

/**
 * The parts of event codes to ask for when somebody types words or a piece of a code: undefined for
 * everything, none when nothing can match.
 */
export function codesSaying(typed: string, words: EventWords): string[] | undefined {
  const text = typed.trim().toLowerCase();
  if (text === '') return undefined;
  const codes = [...words]
    .filter(([code, sentence]) => code.includes(text) || sentence.toLowerCase().includes(text))
    .map(([code]) => code);
  const isPieceOfCode = /^[a-z.-]{1,80}$/.test(text);
  return isPieceOfCode ? [...codes, text] : codes;
}
