import { describe, expect, it } from 'vitest';
import { actionsOn } from './actions.js';
import { startChecking } from './checking.js';
import { blockers, open } from './opening.js';
import { type ProgrammeState, programmeStates } from './programme-states.js';
import { fusionCase } from './templates/fusion-case.js';
import type { Windows } from './windows.js';

const span = (opens: string, closes: string): Windows['submission'] => ({
  opensAt: new Date(opens),
  closesAt: new Date(closes),
});
const windows: Windows = {
  submission: span('2020-07-01', '2020-08-01'),
  recommendation: span('2020-07-01', '2020-08-15'),
  judging: span('2020-08-20', '2020-09-01'),
};
const ready = { config: fusionCase.config, windows, places: 1 };
const submitting = new Date('2020-07-15');
const lastMoment = new Date(windows.submission.closesAt.getTime() - 1);
const states = Object.keys(programmeStates) as ProgrammeState[];

describe('nothing stands against opening', () => {
  it.each([
    ['before anyone can submit', new Date('2020-06-01')],
    ['at the last moment to submit', lastMoment],
  ])('a draft that is in order %s', (_when, now) => {
    expect(blockers(ready, now)).toEqual([]);
  });
});

describe('what stands against opening', () => {
  it.each([
    [
      'that nobody has a place',
      { places: 0 },
      submitting,
      [{ code: 'quota-empty', faults: [{ path: '/quotas', code: 'empty' }] }],
    ],
    [
      'that the time to submit is over',
      {},
      windows.submission.closesAt,
      [
        {
          code: 'submission-over',
          faults: [{ path: '/windows/submission/closesAt', code: 'past' }],
        },
      ],
    ],
    [
      'a calendar out of order',
      { windows: { ...windows, judging: windows.recommendation } },
      submitting,
      [
        {
          code: 'windows-disordered',
          faults: [{ path: '/windows/judging/opensAt', code: 'before-recommendation-closes' }],
        },
      ],
    ],
    [
      'rules that contradict, before everything else',
      { config: { ...fusionCase.config, panel: { perEntry: 3, reservePercent: 0 } }, places: 0 },
      submitting,
      [
        { code: 'config-invalid', faults: [{ path: '/panel/perEntry', code: 'trim-needs-four' }] },
        { code: 'quota-empty', faults: [{ path: '/quotas', code: 'empty' }] },
      ],
    ],
  ])('is %s', (_what, part, now, found) => {
    expect(blockers({ ...ready, ...part }, now)).toEqual(found);
  });
});

describe('a selection', () => {
  it('opens once', () => {
    expect(states.filter((state) => open(state).ok)).toEqual(['draft']);
  });

  it('goes to the formal check from collecting alone, when its lists are closed', () => {
    const closed = windows.recommendation.closesAt;
    const going = states.filter((state) => startChecking({ state, windows }, closed).ok);
    expect(going).toEqual(['collecting']);
    const collecting = { state: 'collecting', windows } as const;
    const early = new Date(closed.getTime() - 1);
    expect(startChecking(collecting, early)).toEqual({ ok: false, code: 'too-early' });
    expect(startChecking(collecting, closed)).toEqual({ ok: true, value: 'checking' });
  });
});

describe('the actions on a selection', () => {
  const closed = windows.recommendation.closesAt;

  it('are the administrator’s alone', () => {
    for (const role of ['supervisor', 'prefecture-officer', 'county-officer', 'submitter', 'judge'])
      for (const state of states)
        expect([role, state, actionsOn({ state, windows }, role, closed)]).toEqual([
          role,
          state,
          [],
        ]);
  });

  it('follow the state and the clock', () => {
    const actions = (state: ProgrammeState, now: Date) =>
      actionsOn({ state, windows }, 'programme-admin', now);
    expect(actions('draft', submitting)).toEqual(['change-settings', 'set-quotas', 'open']);
    expect(actions('collecting', submitting)).toEqual([]);
    expect(actions('collecting', closed)).toEqual(['start-checking']);
    for (const state of states.slice(2)) expect(actions(state, closed)).toEqual([]);
  });
});
