import { computed, watch, type ComputedRef } from 'vue';
import { missingIn, needsComment, type Scores, totalOf } from '../../../../src/judging/rules/score';
import type { ApiProblem } from '../../api/problem';
import { isLocked } from '../../ui/saving/field-saver';
import { tabJournal } from '../../ui/saving/tab-journal';
import { useAutosave, type Autosave } from '../../ui/saving/use-autosave';
import { serverNow } from '../../ui/server-clock';
import { partsOf, putPart, readPart, type Recommendation, type Sheet } from './queries';

export type SheetForm = {
  readonly autosave: Autosave;
  readonly scores: ComputedRef<Scores>;
  /** Hundredths; null until every criterion has a score. */
  readonly total: ComputedRef<number | null>;
  /** The sum of what has a score so far. */
  readonly sum: ComputedRef<number>;
  readonly missing: ComputedRef<readonly string[]>;
  /** Whether this total needs a comment. */
  readonly wantsComment: ComputedRef<boolean>;
  /** The refusal that ended the writing: late, closed, signed. */
  readonly lock: ComputedRef<ApiProblem | undefined>;
};

/**
 * What a judge writes on one sheet. Every part saves itself with its own version; until the server has
 * it, it also lies in this tab's storage, which ends with the tab.
 */
export function useSheetForm(sheet: () => Sheet): SheetForm {
  const { id, criteria, step, commentRule } = sheet();
  const autosave = useAutosave({
    fields: partsOf(sheet()),
    transport: {
      write: (key, value, version) => putPart(sheet(), key, value, version),
      read: (key) => readPart(id, key),
    },
    journal: tabJournal(`sheet-${id}`),
    now: serverNow,
  });
  const rules = { step, criteria, comment: commentRule };
  const valueOf = (key: string): unknown => autosave.fields[key]?.value ?? null;

  const scores = computed<Scores>(() =>
    Object.fromEntries(criteria.map(({ key }) => [key, valueOf(`score:${key}`) as number | null])),
  );
  const total = computed(() => totalOf(rules, scores.value));
  const sum = computed(() =>
    Object.values(scores.value).reduce((all: number, value) => all + (value ?? 0), 0),
  );
  const missing = computed(() =>
    missingIn(rules, {
      scores: scores.value,
      comment: String(valueOf('comment') ?? ''),
      recommendation: valueOf('recommendation') as Recommendation | null,
    }),
  );
  const wantsComment = computed(() => total.value !== null && needsComment(rules, total.value));
  const lock = computed(
    () =>
      Object.values(autosave.fields).find(
        ({ phase, problem }) => phase === 'refused' && isLocked(problem),
      )?.problem ?? undefined,
  );

  watch(sheet, (now) => {
    for (const [key, stored] of Object.entries(partsOf(now))) autosave.adopt(key, stored);
  });
  return { autosave, scores, total, sum, missing, wantsComment, lock };
}
