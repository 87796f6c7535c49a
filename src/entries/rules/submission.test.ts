import { describe, expect, it } from 'vitest';
import { type EntryState, entryStateNames } from './entry-states.js';
import {
  changeable,
  edit,
  fittingTitle,
  hindrances,
  isWriter,
  maySubmit,
  type Stage,
  submit,
  withdraw,
  within,
} from './submission.js';

const at = (text: string): Date => new Date(`2020-${text}Z`);
const stage: Stage = {
  state: 'collecting',
  submission: { opensAt: at('07-01T00:00'), closesAt: at('08-01T09:00') },
  recommendation: { opensAt: at('07-15T00:00'), closesAt: at('08-15T09:00') },
};
const during = at('07-10T00:00');
const justBefore = (instant: Date): Date => new Date(instant.getTime() - 1);
const missing = [{ where: 'a', code: 'missing', params: {} }] as const;

describe('a window', () => {
  const { opensAt, closesAt } = stage.submission;
  it.each([
    ['is not open before it opens', justBefore(opensAt), 'window-not-open'],
    ['is open when it opens', opensAt, undefined],
    ['is open one millisecond before it closes', justBefore(closesAt), undefined],
    ['is closed when it closes', closesAt, 'window-closed'],
  ])('%s', (_what, now, code) => {
    const expected = code === undefined ? { ok: true, value: true } : { ok: false, code };
    expect(within(stage.submission, stage, now)).toEqual(expected);
  });
  it.each(['draft', 'judging', 'tallied', 'verified', 'notice', 'announced'])(
    'is of no use in a programme that is %s',
    (state) => {
      expect(within(stage.submission, { state }, during)).toEqual({
        ok: false,
        code: 'wrong-stage',
      });
    },
  );
});

describe('handing in', () => {
  it.each<[string, EntryState, readonly (typeof missing)[number][], Date, unknown]>([
    ['takes a complete draft', 'draft', [], during, { ok: true, value: 'submitted' }],
    ['takes a corrected entry', 'returned', [], during, { ok: true, value: 'submitted' }],
    [
      'gives a correction back to the province',
      'correcting',
      [],
      during,
      { ok: true, value: 'recommended' },
    ],
    [
      'takes a corrected entry until recommending closes',
      'returned',
      [],
      justBefore(stage.recommendation.closesAt),
      { ok: true, value: 'submitted' },
    ],
    [
      'refuses a corrected entry then',
      'returned',
      [],
      stage.recommendation.closesAt,
      { ok: false, code: 'window-closed' },
    ],
    [
      'refuses a draft when submitting closes',
      'draft',
      [],
      stage.submission.closesAt,
      { ok: false, code: 'window-closed' },
    ],
    ['refuses what is incomplete', 'draft', missing, during, { ok: false, code: 'incomplete' }],
    ['is done once', 'submitted', [], during, { ok: false, code: 'wrong-state' }],
    ['is over after withdrawal', 'withdrawn', [], during, { ok: false, code: 'wrong-state' }],
  ])('%s', (_what, state, lacks, now, expected) => {
    expect(submit({ state }, stage, lacks, now)).toEqual(expected);
  });
});

describe('writing', () => {
  it('is for drafts and returned entries', () => {
    const open = entryStateNames.filter((state) => edit({ state }, stage, during).ok);
    expect(open).toEqual(['draft', 'returned', 'correcting']);
  });
  it('of a correction has a time of its own', () => {
    const checking = { ...stage, state: 'checking' };
    const entry = { state: 'correcting', correctionDueAt: at('08-20T09:00') } as const;
    expect(edit(entry, checking, justBefore(entry.correctionDueAt)).ok).toBe(true);
    expect(edit(entry, checking, entry.correctionDueAt)).toEqual({
      ok: false,
      code: 'window-closed',
    });
  });
  it.each<[string, EntryState, string | null, boolean]>([
    ['its unit', 'draft', 'school', true],
    ['its recommending unit', 'returned', 'city', false],
    ['its recommending unit while a correction is asked for', 'correcting', 'city', true],
    ['another unit', 'correcting', 'other', false],
    ['nobody', 'correcting', null, false],
  ])('is done by %s', (_who, state, organisationId, may) => {
    const entry = { state, unitId: 'school', prefectureId: 'city' };
    expect(isWriter(organisationId, entry)).toBe(may);
  });
  const keys = ['title', 'a', 'b'];
  it.each<[string, EntryState, (string | null)[], string[]]>([
    ['reaches all of a draft', 'draft', ['a'], keys],
    ['reaches all of an entry returned as a whole', 'returned', [null], keys],
    ['reaches only what was named', 'returned', ['b', null, 'b'], ['b']],
    ['does not reach what nobody asks for', 'returned', ['z'], []],
    ['reaches only what the province names', 'correcting', ['a'], ['a']],
  ])('%s', (_what, state, named, expected) => {
    const remarks = named.map((fieldKey) => ({ fieldKey }));
    expect(changeable({ state }, keys, remarks)).toEqual(expected);
  });
});

describe('what holds up handing in', () => {
  const lacks = ['a', 'b'].map((where) => ({ where, code: 'missing', params: {} }) as const);
  it.each<[string, EntryState, string[]]>([
    ['is everything in a draft', 'draft', ['a', 'b']],
    ['is everything in a returned entry', 'returned', ['a', 'b']],
    ['is only what was asked for in a correction', 'correcting', ['a']],
  ])('%s', (_what, state, expected) => {
    expect(hindrances({ state }, lacks, ['a']).map(({ where }) => where)).toEqual(expected);
  });
});

describe('withdrawing', () => {
  it('is possible until it was rejected or withdrawn', () => {
    const can = entryStateNames.filter((state) => withdraw({ state }, stage).ok);
    expect(can).toEqual([
      ...[
        'draft',
        'submitted',
        'returned',
        'declined',
        'endorsed',
        'recommended',
        'correcting',
        'accepted',
      ],
    ]);
  });
  it.each([
    ['collecting', true],
    ['checking', true],
    ['judging', false],
    ['announced', false],
  ])('in a programme that is %s: %s', (state, possible) => {
    const expected = possible
      ? { ok: true, value: 'withdrawn' }
      : { ok: false, code: 'judging-began' };
    expect(withdraw({ state: 'accepted' }, { state })).toEqual(expected);
  });
});

describe('a unit', () => {
  const config = { chain: ['school', 'prefecture'], direct: ['province-direct'] };
  it.each([
    ['school', true],
    ['prefecture', true],
    ['province-direct', true],
    ['county', false],
    ['province', false],
  ])('that is a %s hands in entries: %s', (kind, may) => {
    expect(maySubmit(kind, config).ok).toBe(may);
  });
});

it('a title has 6 to 40 words', () => {
  expect(['五个字标题', '六个字的标题'].map((text) => fittingTitle(text).ok)).toEqual([
    false,
    true,
  ]);
});
