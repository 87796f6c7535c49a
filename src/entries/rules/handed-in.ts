import { diffChars } from 'diff';
import { fieldText } from './field-text.js';
import type { FieldValue } from './form.js';

/** What an entry held when it was handed in. */
export type HandedIn = {
  readonly title: string;
  readonly categoryCode: string;
  /** By field key; what was never answered is absent. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly files: readonly {
    readonly rule: string;
    readonly name: string;
    readonly sha256: string;
  }[];
  /** The words that were attested, and their SHA-256; absent where nothing was. */
  readonly commitments?: { readonly text: string; readonly digest: string };
};

export type TextPart = {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
};

/** One part of an entry that is not as it was; `parts` in their order make both texts. */
export type Change = {
  /** A field's or an attachment rule's key, `title` or `category`. */
  readonly where: string;
  readonly parts: readonly TextPart[];
};

/**
 * Above this many characters, or letters taken out and put in, a changed text is shown as replaced: the
 * work grows with the square of the changes, and a page waits for it.
 */
const longest = 20_000;
const mostEdits = 1_500;

/** What differs between two handings-in, in the order of the form. */
export function changesBetween(
  before: HandedIn,
  after: HandedIn,
  form: {
    readonly fields: readonly { readonly key: string }[];
    readonly attachments: readonly { readonly key: string }[];
  },
): Change[] {
  const pairs: [string, string, string][] = [
    ['title', before.title, after.title],
    ['category', before.categoryCode, after.categoryCode],
    ...form.fields.map(({ key }): [string, string, string] => [
      key,
      fieldText(before.values[key]),
      fieldText(after.values[key]),
    ]),
    ...form.attachments.map(({ key }): [string, string, string] => [
      key,
      filesText(before, key),
      filesText(after, key),
    ]),
  ];
  return pairs
    .filter(([, old, now]) => old !== now)
    .map(([where, old, now]) => ({ where, parts: partsOf(old, now) }));
}

/** What two texts share and what only one of them has. */
export function partsOf(before: string, after: string): TextPart[] {
  const letters =
    before.length + after.length > longest
      ? undefined
      : diffChars(before, after, { maxEditLength: mostEdits });
  const replaced = [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ];
  return (letters ?? replaced)
    .filter(({ value }) => value !== '')
    .map(({ value, added, removed }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }));
}

/** Names with the beginning of the checksum: another file under the same name is a change. */
const filesText = ({ files }: HandedIn, rule: string): string =>
  files
    .filter((file) => file.rule === rule)
    .map(({ name, sha256 }) => `${name}（${sha256.slice(0, 8)}）`)
    .join('\n');
