import type { FieldDef } from './queries';

/** The id of a field's control, for links to it. */
export const fieldId = (key: string): string => `field-${key}`;

type Hint = { readonly key: string; readonly facts: Readonly<Record<string, number>> };

/** The limits of a field as hints: i18n keys and their numbers. */
export function limitsOf(field: FieldDef): Hint[] {
  const words = spanOf('words', field.minWords, field.maxWords);
  const items = spanOf(
    field.kind === 'people' ? 'people' : 'items',
    field.minItems,
    field.maxItems,
  );
  const over: Hint[] =
    field.maxWords !== null && field.tolerance > 0
      ? [{ key: 'entries.hint.tolerance', facts: { percent: field.tolerance } }]
      : [];
  return field.kind === 'text' ? [] : [...words, ...over, ...items];
}

function spanOf(what: string, min: number | null, max: number | null): Hint[] {
  if (min !== null && max !== null)
    return [{ key: `entries.hint.${what}.between`, facts: { min, max } }];
  if (max !== null) return [{ key: `entries.hint.${what}.atMost`, facts: { max } }];
  if (min !== null) return [{ key: `entries.hint.${what}.atLeast`, facts: { min } }];
  return [];
}
