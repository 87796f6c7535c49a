import { describe, expect, it } from 'vitest';
import { taskOfKey, tasksOf, type Contents } from './form-tasks';
import type { FieldDef, Programme } from './queries';

const field = (key: string, kind: string, more: Partial<FieldDef> = {}): FieldDef => ({
  key,
  label: key,
  note: null,
  kind,
  required: true,
  minWords: null,
  maxWords: null,
  tolerance: 0,
  choices: [],
  minItems: null,
  maxItems: null,
  identifying: false,
  ...more,
});

const programme = {
  fields: [
    field('abstract', 'text'),
    field('stage', 'choice', { choices: ['a', 'b'] }),
    field('people', 'people', { minItems: 1 }),
    field('practice', 'section', { maxWords: 10, tolerance: 10 }),
    field('pledge', 'attestation'),
  ],
  bodyMaxWords: 20,
  bodyTolerance: 0,
  attachments: [
    { key: 'photo', label: 'photo', accept: ['jpg'], min: 1, max: 2, maxBytes: 9, judgesSee: true },
  ],
} as unknown as Programme;

const whole: Contents = {
  title: 'one two three four five six',
  values: {
    abstract: 'in short',
    stage: 'a',
    people: [{ name: 'Li', title: '', post: '', phone: '' }],
    practice: 'some words',
    pledge: true,
  },
  files: { photo: 1 },
};

const statesOf = (contents: Contents, remarked: readonly string[] = []) =>
  Object.fromEntries(
    tasksOf(programme, contents, new Set(remarked)).map(({ key, state }) => [key, state]),
  );

describe('the tasks of an entry', () => {
  it('are done when nothing is missing', () => {
    expect(statesOf(whole)).toEqual({
      basic: 'done',
      people: 'done',
      text: 'done',
      files: 'done',
      pledge: 'done',
    });
  });

  it.each([
    ['are not begun', { title: whole.title, values: {}, files: {} }, 'todo', 'people'],
    ['are under way', { ...whole, values: { ...whole.values, stage: '' } }, 'doing', 'basic'],
    [
      'are wrong over a limit',
      { ...whole, values: { ...whole.values, practice: 'word '.repeat(12) } },
      'wrong',
      'text',
    ],
    ['are wrong with too many files', { ...whole, files: { photo: 3 } }, 'wrong', 'files'],
  ])('%s', (_what, contents, state, task) => {
    expect(statesOf(contents)[task]).toBe(state);
  });

  it('are to be corrected where a remark is open', () => {
    expect(statesOf(whole, ['practice'])).toMatchObject({ text: 'wrong', basic: 'done' });
  });

  it('are only those the selection has', () => {
    const bare = { ...programme, attachments: [] } as unknown as Programme;
    expect(tasksOf(bare, whole, new Set()).map(({ key }) => key)).toEqual([
      'basic',
      'people',
      'text',
      'pledge',
    ]);
  });
});

it.each([
  ['title', 'basic'],
  ['stage', 'basic'],
  ['people', 'people'],
  ['practice', 'text'],
  ['all-sections', 'text'],
  ['photo', 'files'],
  ['pledge', 'pledge'],
])('%s is worked on under %s', (key, task) => {
  expect(taskOfKey(programme, key)).toBe(task);
});
