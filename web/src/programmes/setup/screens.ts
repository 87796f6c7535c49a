import type { SelectionConfig } from '../../../../src/programmes/rules/config';
import type { HealthItem } from '../queries';

/** The screens of the wizard in their order, before the health check. */
export const screens = [
  ...(['basics', 'categories', 'form', 'materials'] as const),
  ...(['quotas', 'schedule', 'judging', 'results'] as const),
] as const;
export type Screen = (typeof screens)[number];

export const isScreen = (word: string): word is Screen => screens.some((one) => one === word);

/** Where a screen stands; after the last one comes the health check. */
export const pathOf = (id: string, screen: Screen | undefined): string =>
  screen === undefined ? `/programmes/${id}/health` : `/programmes/${id}/setup/${screen}`;

/** The parts of the rules that a screen is about. */
const parts: Readonly<Record<Screen, readonly (keyof SelectionConfig)[]>> = {
  basics: ['noun', 'activityNoun', 'subjectType'],
  categories: ['categories', 'chain', 'direct'],
  form: ['fields', 'bodyMaxWords', 'bodyTolerance'],
  materials: ['attachments'],
  quotas: ['quota'],
  schedule: ['stages'],
  judging: ['rubrics', 'aggregation', 'panel', 'anonymity', 'recusal', 'sampling'],
  results: ['awards', 'orgAward', 'publicity', 'title', 'compare', 'documents', 'retention'],
};

/** Findings of the health check that name no part of the rules. */
const findings: Readonly<Record<string, Screen | undefined>> = {
  windows: 'schedule',
  'submission-open': 'schedule',
  'closing-days': 'schedule',
  commitments: 'form',
  recusal: 'judging',
  scoring: 'judging',
  awards: 'results',
  'notice-calendar': 'results',
  quotas: 'quotas',
  'categories-placed': 'quotas',
  'units-placed': 'quotas',
  'places-for-awards': 'quotas',
};

const partOf = (path: string): string => path.split('/')[1] ?? '';

/** The screen that mends a finding; none where that is done elsewhere. */
export const screenOf = ({ key, faults }: HealthItem): Screen | undefined =>
  findings[key] ??
  screens.find((screen) =>
    faults.some(({ path }) => (parts[screen] as readonly string[]).includes(partOf(path))),
  );

/** Filled in already when the draft was made. */
const given: readonly Screen[] = ['basics', 'schedule'];

export type Mark = 'fault' | 'done' | 'default';

/** How a screen stands: something stops the opening, it was filled in, or it is as the template has it. */
export function markOf(
  screen: Screen,
  changed: readonly string[],
  items: readonly HealthItem[],
): Mark {
  const found = items.filter((item) => item.level !== 'ok' && screenOf(item) === screen);
  if (found.some(({ level }) => level === 'blocker')) return 'fault';
  const placed = screen === 'quotas' && items.length > 0;
  const touched = parts[screen].some((part) => changed.includes(part));
  return placed || touched || given.includes(screen) ? 'done' : 'default';
}
