import { sameValue, type FieldState, type Stored } from './field-saver';
import type { Journal, JournalItem } from './journal';

const resting = (stored: Stored): FieldState => ({
  value: stored.value,
  stored,
  phase: 'resting',
  sent: [],
  stood: [],
  problem: null,
  theirs: null,
});

/**
 * What was typed over the text the server still holds goes on, also when that text was sent from here and
 * the answer was not waited for; over another text, the person chooses.
 */
const continued = (stored: Stored, item: JournalItem): FieldState =>
  item.base === stored.version || (item.sent ?? []).some((value) => sameValue(value, stored.value))
    ? { ...resting(stored), value: item.value, phase: 'typed' }
    : { ...resting(stored), value: item.value, phase: 'conflict', theirs: stored };

/** The fields as the page begins with them: the server's, and over them what this computer kept. */
export function bringBack(
  given: Readonly<Record<string, Stored>>,
  journal: Journal,
): { states: Record<string, FieldState>; restored: Map<string, number> } {
  const left = journal.left();
  const restored = new Map<string, number>();
  const states = Object.entries(given).map(([key, stored]) => {
    const item = left.get(key);
    if (!item) return [key, resting(stored)] as const;
    if (sameValue(item.value, stored.value)) {
      journal.forget(key);
      return [key, resting(stored)] as const;
    }
    const state = continued(stored, item);
    if (state.phase === 'typed') restored.set(key, item.at);
    return [key, state] as const;
  });
  return { states: Object.fromEntries(states), restored };
}
