import { describe, expect, it } from 'vitest';
import { actsOnRun, isUnderWay, type RunState, runStates, undoing } from './run-states.js';
import { actionsIn, roundStates } from './states.js';

const acts = (
  state: RunState,
  roundState: keyof typeof roundStates,
  { kind = 'assignment' as 'assignment' | 'repair', newest = 'this' } = {},
) =>
  actsOnRun({ id: 'this', kind, state }, { actions: actionsIn(roundStates, roundState) }, newest);

describe('the life of a run', () => {
  it.each<[RunState, string[]]>([
    ['draft', ['compute', 'cancel']],
    ['computing', ['compute', 'finish', 'fail', 'cancel']],
    ['ready', ['deploy', 'cancel']],
    ['deployed', ['replace', 'undo']],
    ['replaced', ['reinstate']],
    ['failed', []],
    ['cancelled', []],
    ['undone', []],
  ])('goes on from %s by %s', (state, actions) => {
    expect(Object.keys(runStates[state])).toEqual(actions);
  });

  it.each<[string, string[], string[]]>([
    ['a draft may be cancelled', acts('draft', 'preparing'), ['cancel']],
    ['a result may be deployed', acts('ready', 'preparing'), ['cancel', 'deploy']],
    ['also over another', acts('ready', 'assigned'), ['cancel', 'deploy']],
    ['but not once judges score', acts('ready', 'open'), ['cancel']],
    ['a repair may be, then', acts('ready', 'open', { kind: 'repair' }), ['cancel', 'deploy']],
    ['but not at the beginning', acts('ready', 'preparing', { kind: 'repair' }), ['cancel']],
    ['what stands may be undone', acts('deployed', 'assigned'), ['undo']],
    ['if it is the newest', acts('deployed', 'assigned', { newest: 'other' }), []],
    ['and before the opening', acts('deployed', 'open'), []],
    ['what is over is over', acts('undone', 'assigned'), []],
  ])('lets people act: %s', (_what, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('is waited for until it has a result', () => {
    const waited = (Object.keys(runStates) as RunState[]).filter((state) => isUnderWay({ state }));
    expect(waited).toEqual(['draft', 'computing']);
  });

  it('leaves the round unassigned when nothing was below', () => {
    expect([undoing(true), undoing(false)]).toEqual(['undo', 'undo-first']);
  });
});
