import { sameValue, type FieldState } from './field-saver';
import type { JournalItem } from './journal';

/** Whether nothing that was typed is lost when only the first of two texts is kept. */
export const holds = (text: unknown, other: unknown): boolean =>
  sameValue(text, other) ||
  (typeof text === 'string' && typeof other === 'string' && text.includes(other));

/**
 * What becomes of a text that an earlier window left. Typed over the text the server still holds, it goes
 * on in its field, also when that text was sent from there and the answer was not waited for. Otherwise it
 * was overtaken and is laid aside, unless the field holds all of it.
 */
export function verdictOn(
  field: FieldState | undefined,
  item: JournalItem,
): 'known' | 'goes-on' | 'aside' {
  if (!field) return 'aside';
  const { value, stored, phase } = field;
  if (sameValue(value, item.value)) return 'known';
  const over =
    item.base === stored.version || (item.sent ?? []).some((sent) => sameValue(sent, stored.value));
  if (phase === 'resting' && over) return 'goes-on';
  return holds(value, item.value) ? 'known' : 'aside';
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || sameValue(value, []);
