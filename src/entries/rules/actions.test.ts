import { describe, expect, it } from 'vitest';
import { entryActions } from './actions.js';
import type { EntryState } from './entry-states.js';

const at = (text: string): Date => new Date(`2020-${text}Z`);
const stage = {
  state: 'collecting',
  submission: { opensAt: at('07-01T00:00'), closesAt: at('08-01T09:00') },
  recommendation: { opensAt: at('07-01T00:00'), closesAt: at('08-15T09:00') },
};
const open = { stage, locked: false };
const checking = { stage: { ...stage, state: 'checking' }, locked: true };
const entry = (state: EntryState) => ({
  state,
  unitId: 'school',
  prefectureId: 'city',
  receiptNo: state === 'draft' ? null : 'LX',
  returnDueAt: null,
  correctionDueAt: state === 'correcting' ? at('08-20T09:00') : null,
});
const as = (role: string, organisationId: string) => ({ role, organisationId });
const school = as('submitter', 'school');
const city = as('prefecture-officer', 'city');

describe('what a person may do', () => {
  const early = at('07-10T00:00');
  const late = at('08-10T00:00');
  it.each([
    ['a school with its draft', school, 'draft', early, ['edit', 'submit', 'withdraw']],
    ['a school with a draft too late', school, 'draft', late, ['withdraw']],
    ['a school after handing in', school, 'submitted', early, ['withdraw', 'receipt']],
    ['another school', as('submitter', 'other'), 'submitted', early, []],
    ['its prefecture', city, 'submitted', early, ['endorse', 'return', 'decline']],
    ['its prefecture after a return', city, 'returned', early, ['prolong', 'decline']],
    ['its prefecture after saying no', city, 'declined', early, ['reconsider']],
    ['a school that was not recommended', school, 'declined', early, ['withdraw', 'receipt']],
    ['its prefecture later', city, 'endorsed', early, ['take-back']],
    ['another prefecture', as('prefecture-officer', 'x'), 'submitted', early, []],
    ['the province too early', as('programme-admin', 'province'), 'recommended', early, []],
    ['a judge of that school', as('judge', 'school'), 'draft', early, []],
  ] as const)('%s', (...[, viewer, state, now, actions]) => {
    expect(entryActions(viewer, entry(state), open, now)).toEqual(actions);
  });

  it.each([
    ['its prefecture', city, []],
    ['the province', as('programme-admin', 'province'), ['mark', 'ask', 'accept', 'reject']],
    ['the supervisor', as('supervisor', 'province'), []],
    ['its school', school, ['withdraw', 'receipt']],
  ] as const)('%s with a recommended entry while it is checked', (_who, viewer, actions) => {
    expect(entryActions(viewer, entry('recommended'), checking, at('08-16T00:00'))).toEqual(
      actions,
    );
  });

  it.each([
    ['its school in time', school, at('08-18T00:00'), ['edit', 'submit', 'withdraw', 'receipt']],
    ['its school too late', school, at('08-20T09:00'), ['withdraw', 'receipt']],
    ['its prefecture in time', city, at('08-18T00:00'), ['edit', 'submit']],
    ['its prefecture too late', city, at('08-20T09:00'), []],
    ['another prefecture', as('prefecture-officer', 'x'), at('08-18T00:00'), []],
    ['a county', as('county-officer', 'county'), at('08-18T00:00'), []],
    ['the province in time', as('programme-admin', 'province'), at('08-18T00:00'), ['recall']],
    [
      'the province later',
      as('programme-admin', 'province'),
      at('08-20T09:00'),
      ['recall', 'reject'],
    ],
  ] as const)('%s with an entry that waits for a correction', (_who, viewer, now, actions) => {
    expect(entryActions(viewer, entry('correcting'), checking, now)).toEqual(actions);
  });
});
