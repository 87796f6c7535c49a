import type { HealthItem } from '../rules/health.js';
import { FaultView } from './programme.view.js';

export class HealthItemView {
  /** windows, submission-open, closing-days, rubrics, form, commitments, scoring, awards, recusal, quotas, … */
  key: string;
  /** ok, warning or blocker; a blocker stops the opening. */
  level: string;
  faults: FaultView[];
  /** The units, categories or kinds of conflict that it concerns. */
  names: string[];
}

/** What was looked at before the opening, in the order of the screens. */
export class HealthCheckView {
  items: HealthItemView[];
}

export const healthView = (items: readonly HealthItem[]): HealthCheckView => ({
  items: items.map(({ key, level, faults, names }) => ({
    ...{ key, level },
    faults: [...faults],
    names: [...names],
  })),
});
