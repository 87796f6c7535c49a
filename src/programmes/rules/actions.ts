import { startChecking } from './checking.js';
import type { ProgrammeState } from './programme-states.js';
import { changeable } from './settings.js';
import type { Windows } from './windows.js';

export type ProgrammeActionName = 'change-settings' | 'set-quotas' | 'open' | 'start-checking';

/** What this role may do with a selection now. */
export function actionsOn(
  programme: { readonly state: ProgrammeState; readonly windows: Windows },
  role: string,
  now: Date,
): ProgrammeActionName[] {
  if (role !== 'programme-admin') return [];
  if (changeable(programme.state).ok) return ['change-settings', 'set-quotas', 'open'];
  return startChecking(programme, now).ok ? ['start-checking'] : [];
}
