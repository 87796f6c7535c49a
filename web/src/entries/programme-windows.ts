import type { ProgrammeCard } from './queries';

/** In these states of a selection its units still work on their entries. */
const working: readonly string[] = ['collecting', 'checking'];

/** Whether a window of the selection is open, as far as the page can tell; the server decides. */
export function isOpen(
  { state, windows }: Pick<ProgrammeCard, 'state' | 'windows'>,
  window: 'submission' | 'recommendation',
  now: number,
): boolean {
  const { opensAt, closesAt } = windows[window];
  return working.includes(state) && Date.parse(opensAt) <= now && now < Date.parse(closesAt);
}

/** Whether the selection is announced but not yet open for entries. */
export const isUpcoming = ({ state, windows }: ProgrammeCard, now: number): boolean =>
  working.includes(state) && now < Date.parse(windows.submission.opensAt);

/** Where the selections stand that an officer works in now: the open ones first, then the newest. */
export const inOrderOfWork = <Card extends Pick<ProgrammeCard, 'state'>>(
  programmes: readonly Card[],
  states: readonly string[],
): Card[] => {
  const rank = ({ state }: Card): number => (states.includes(state) ? 0 : 1);
  return [...programmes].filter(({ state }) => state !== 'draft').sort((a, b) => rank(a) - rank(b));
};
