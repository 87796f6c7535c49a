import {
  allSections,
  shortcomings,
  type Shortcoming,
} from '../../../src/entries/rules/completeness';
import type { FieldRule, FieldValue, Form } from '../../../src/entries/rules/form';
import type { AttachmentRule, FieldDef, Programme } from './queries';

/** The parts of the work a unit does on its entry, in their order; the last is handing it in. */
export const taskKeys = ['basic', 'people', 'text', 'files', 'pledge'] as const;
export type TaskKey = (typeof taskKeys)[number];

export type TaskState = 'todo' | 'doing' | 'done' | 'wrong';

export type Task = {
  readonly key: TaskKey;
  readonly state: TaskState;
  readonly shortcomings: readonly Shortcoming[];
};

/** What stands in the form of an entry at this moment. */
export type Contents = {
  readonly title: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Ready files by attachment rule. */
  readonly files: Readonly<Record<string, number | undefined>>;
};

const taskOfKind: Readonly<Record<string, TaskKey | undefined>> = {
  people: 'people',
  section: 'text',
  attestation: 'pledge',
};

export const taskOfField = ({ kind }: Pick<FieldDef, 'kind'>): TaskKey =>
  taskOfKind[kind] ?? 'basic';

export const fieldsOf = (programme: Programme, task: TaskKey): FieldDef[] =>
  programme.fields.filter((field) => taskOfField(field) === task);

/** Where a field, an attachment rule, `title` or all sections together is worked on. */
export function taskOfKey(programme: Programme, key: string): TaskKey {
  if (key === allSections) return 'text';
  if (programme.attachments.some((rule) => rule.key === key)) return 'files';
  const field = programme.fields.find((known) => known.key === key);
  return field ? taskOfField(field) : 'basic';
}

/** The selection's form as the rules want it: a limit that is not set is absent. */
export const formOf = (programme: Programme): Form => ({
  fields: programme.fields.map(ruleOf),
  attachments: programme.attachments.map(({ key, min, max }: AttachmentRule) => ({
    key,
    min,
    max,
  })),
  bodyMaxWords: programme.bodyMaxWords,
  bodyTolerance: programme.bodyTolerance,
});

export const ruleOf = (field: FieldDef): FieldRule => ({
  key: field.key,
  kind: field.kind as FieldRule['kind'],
  required: field.required,
  minWords: field.minWords ?? undefined,
  maxWords: field.maxWords ?? undefined,
  tolerance: field.tolerance,
  choices: field.kind === 'choice' ? field.choices : undefined,
  minItems: field.minItems ?? undefined,
  maxItems: field.maxItems ?? undefined,
});

/** Everything that keeps these contents from being handed in. */
export const missingIn = (programme: Programme, contents: Contents): Shortcoming[] =>
  shortcomings(formOf(programme), {
    title: contents.title,
    values: contents.values as Readonly<Record<string, FieldValue>>,
    files: contents.files,
  });

/** The tasks this selection has, and how far each one is. */
export function tasksOf(
  programme: Programme,
  contents: Contents,
  remarked: ReadonlySet<string>,
): Task[] {
  const missing = missingIn(programme, contents);
  return taskKeys.flatMap((key) => {
    const parts = partsOf(programme, key);
    if (parts.length === 0) return [];
    const own = missing.filter(({ where }) => taskOfKey(programme, where) === key);
    const begun = parts.some((part) => isFilled(contents.values[part] ?? contents.files[part]));
    const wrong = parts.some((part) => remarked.has(part)) || own.some(isOver);
    return [{ key, state: stateOf({ begun, wrong, left: own.length }), shortcomings: own }];
  });
}

function partsOf(programme: Programme, key: TaskKey): string[] {
  if (key === 'files') return programme.attachments.map((rule) => rule.key);
  const fields = fieldsOf(programme, key).map((field) => field.key);
  return key === 'basic' ? ['title', ...fields] : fields;
}

const isOver = ({ code }: Shortcoming): boolean => code === 'too-long' || code === 'too-many';

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : Boolean(value);

function stateOf(task: { begun: boolean; wrong: boolean; left: number }): TaskState {
  if (task.wrong) return 'wrong';
  if (task.left === 0) return 'done';
  return task.begun ? 'doing' : 'todo';
}
