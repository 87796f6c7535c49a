import { computed, watch, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';
import { useSession } from '../identity/session';
import { useProblemWords } from '../ui/problem-words';
import { serverNow } from '../ui/server-clock';
import { missingIn } from './form-tasks';
import {
  readField,
  refreshEntry,
  writeField,
  type Entry,
  type FieldDef,
  type Programme,
  type Remark,
} from './queries';
import { isLocked, type Stored } from '../ui/saving/field-saver';
import type { Left } from '../ui/saving/journal';
import { useAutosave, type Autosave } from '../ui/saving/use-autosave';
import { windowJournal } from '../ui/saving/window-journal';
import { useShortcomingWords } from './shortcoming-words';

/** Something typed here that can no longer be saved. */
export type Leftover = { readonly field: FieldDef; readonly text: Left };

export type EntryForm = {
  readonly entryId: string;
  readonly autosave: Autosave;
  /** The values of the whole form at this moment. */
  readonly values: ComputedRef<Readonly<Record<string, unknown>>>;
  readonly mayWrite: (key: string) => boolean;
  readonly remarksOn: (key: string) => readonly Remark[];
  /** What to say at a field: why the server would not take it, or, when asked for, what it lacks. */
  readonly errorOf: (key: string) => string | undefined;
};

const storedIn = ({ fields }: Entry, key: string): Stored => {
  const field = fields.find((known) => known.key === key);
  return { value: field?.value ?? null, version: field?.version ?? 0 };
};

/**
 * The form of one entry while a page works on it: values, saving, remarks and errors. Which fields may
 * be written is settled at the start; the page begins again when that changes.
 */
export function useEntryForm(current: () => Entry, programme: Programme): EntryForm {
  const entry = current();
  const route = useRoute();
  const { wordsOf } = useProblemWords();
  const sentenceOf = useShortcomingWords(programme);
  const person = useSession().session.value?.person.id ?? '';

  const autosave = useAutosave({
    fields: Object.fromEntries(
      programme.fields
        .filter(({ key }) => entry.changeable.includes(key))
        .map(({ key }) => [key, storedIn(entry, key)]),
    ),
    transport: {
      write: async (key, value, version) => {
        try {
          return await writeField(entry.id, key, value, version);
        } catch (error) {
          if (isLocked(error)) void refreshEntry(entry.id);
          throw error;
        }
      },
      read: (key) => readField(entry.id, key),
    },
    journal: windowJournal({ person, form: entry.id, now: serverNow }),
    now: serverNow,
  });

  watch(current, (now) => {
    for (const key of Object.keys(autosave.fields)) autosave.adopt(key, storedIn(now, key));
  });

  const values = computed(() => ({
    ...Object.fromEntries(current().fields.map(({ key, value }) => [key, value])),
    ...Object.fromEntries(Object.entries(autosave.fields).map(([key, { value }]) => [key, value])),
  }));
  const missing = computed(() =>
    route.query.check === undefined
      ? []
      : missingIn(programme, { title: current().title, values: values.value, files: {} }),
  );

  return {
    entryId: entry.id,
    autosave,
    values,
    mayWrite: (key) => key in autosave.fields,
    remarksOn: (key) => current().remarks.filter(({ field }) => field === key),
    errorOf: (key) => {
      const state = autosave.fields[key];
      if (state?.phase === 'refused' && state.problem) {
        const { title, detail } = wordsOf(state.problem);
        return detail || title;
      }
      const lack = missing.value.find(({ where }) => where === key);
      return lack && sentenceOf(lack);
    },
  };
}

/** What this computer kept of fields that may not be written any more. */
export const leftoversOf = (form: EntryForm, fields: readonly FieldDef[]): Leftover[] =>
  asideOf(form, fields).filter(({ field }) => !form.mayWrite(field.key));

/** What was overtaken in fields that may be written. */
export const overtakenOf = (form: EntryForm, fields: readonly FieldDef[]): Leftover[] =>
  asideOf(form, fields).filter(({ field }) => form.mayWrite(field.key));

const asideOf = (form: EntryForm, fields: readonly FieldDef[]): Leftover[] =>
  form.autosave.aside.value.flatMap((text) => {
    const field = fields.find(({ key }) => key === text.field);
    return field ? [{ field, text }] : [];
  });
