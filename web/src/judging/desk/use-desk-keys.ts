import { isModified, isTyping } from '../../ui/keys';

export type DeskKeys = {
  readonly next: () => void;
  readonly previous: () => void;
  readonly complete: () => void;
  readonly criterion: (place: number) => void;
  readonly comment: () => void;
  readonly note: () => void;
  readonly flag: () => void;
  readonly scroll: (by: 1 | -1) => void;
  readonly help: () => void;
};

const completes = ({ code, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  code === 'Enter' && (ctrlKey || metaKey);

/** Alt with an arrow moves what is read, also while a score is typed. */
const scrolls = ({ code, altKey }: KeyboardEvent): 1 | -1 | undefined =>
  altKey ? ({ ArrowDown: 1, ArrowUp: -1 } as const)[code as 'ArrowUp'] : undefined;

const digitOf = ({ code, shiftKey }: KeyboardEvent): number | undefined => {
  const digit = shiftKey ? undefined : /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit);
};

const plainKeys = (keys: DeskKeys): Readonly<Record<string, () => void>> => ({
  KeyJ: keys.next,
  KeyK: keys.previous,
  KeyC: keys.comment,
  KeyN: keys.note,
  KeyF: keys.flag,
});

/** The keys as the help shows them, each with the word for what it does. */
export const deskKeyNames = [
  ['J', 'next'],
  ['K', 'previous'],
  ['1–9', 'criterion'],
  ['C', 'comment'],
  ['N', 'note'],
  ['F', 'flag'],
  ['↑ ↓', 'step'],
  ['Enter', 'nextCriterion'],
  ['Alt+↑ ↓', 'scroll'],
  ['Ctrl+Enter', 'complete'],
  ['?', 'help'],
] as const;

/** What a key means at the desk, or undefined. */
export function meaningOf(event: KeyboardEvent, keys: DeskKeys): (() => void) | undefined {
  if (completes(event)) return keys.complete;
  const by = scrolls(event);
  if (by !== undefined) return () => keys.scroll(by);
  if (isModified(event) || isTyping(event)) return undefined;
  if (event.key === '?') return keys.help;
  const digit = digitOf(event);
  if (digit !== undefined) return () => keys.criterion(digit - 1);
  return plainKeys(keys)[event.code];
}
