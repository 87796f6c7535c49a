import type { StateTable } from '../../platform/pure/decision.js';

/** A draft waits for its computation; what was replaced stands again when its successor is undone. */
export type RunState =
  'draft' | 'computing' | 'ready' | 'failed' | 'cancelled' | 'deployed' | 'replaced' | 'undone';
export type RunAction =
  'compute' | 'finish' | 'fail' | 'cancel' | 'deploy' | 'replace' | 'undo' | 'reinstate';

/** A computation that lost its process is begun again. */
export const runStates: StateTable<RunState, RunAction> = {
  draft: { compute: 'computing', cancel: 'cancelled' },
  computing: { compute: 'computing', finish: 'ready', fail: 'failed', cancel: 'cancelled' },
  ready: { deploy: 'deployed', cancel: 'cancelled' },
  failed: {},
  cancelled: {},
  deployed: { replace: 'replaced', undo: 'undone' },
  replaced: { reinstate: 'deployed' },
  undone: {},
};

/** A whole assignment takes the place of another; a repair fills gaps and moves nothing else. */
export type RunKind = 'assignment' | 'repair';

/** What deploying a run does to its round. */
export const roundActOf = (kind: RunKind): 'assign' | 'repair' =>
  kind === 'repair' ? 'repair' : 'assign';

/** What people may do with a run. */
export type RunAct = 'cancel' | 'deploy' | 'undo';

type Run = { readonly id: string; readonly kind: RunKind; readonly state: RunState };

/** Whether a run is waited for. */
export const isUnderWay = ({ state }: Pick<Run, 'state'>): boolean =>
  state === 'draft' || state === 'computing';

/**
 * What may be done with a run now, for the buttons of a page.
 * @param newest the run that was deployed last and still stands
 */
export function actsOnRun(
  run: Run,
  round: { readonly actions: readonly string[] },
  newest: string | undefined,
): RunAct[] {
  const mayDeploy = run.state === 'ready' && round.actions.includes(roundActOf(run.kind));
  const mayUndo = run.state === 'deployed' && run.id === newest && round.actions.includes('undo');
  return [
    ...(runStates[run.state].cancel ? (['cancel'] as const) : []),
    ...(mayDeploy ? (['deploy'] as const) : []),
    ...(mayUndo ? (['undo'] as const) : []),
  ];
}

/** Which act undoes the last deployed run: with nothing below it the round is unassigned again. */
export const undoing = (isAnythingBelow: boolean): 'undo' | 'undo-first' =>
  isAnythingBelow ? 'undo' : 'undo-first';
