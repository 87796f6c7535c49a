import { computed, reactive, ref, shallowRef, useId } from 'vue';
import { useI18n } from 'vue-i18n';
import { asProblem, type Problem } from '../api/problem';
import { errorsByField, notNumbers, type FormFailure } from './form-errors';
import { useProblemWords } from './problem-words';

type Sentences = Readonly<Record<string, string | undefined>>;

export type FormOptions<Values extends object, Result> = {
  /** Where the form starts; copied, never changed. */
  readonly values: Values;
  /** Sends the values; throws `ApiProblem` when the server says no. */
  readonly submit: (values: Values) => Promise<Result>;
  /** What the browser can know before sending: field → sentence. Called on submit only. */
  readonly check?: (values: Values) => Sentences;
  readonly done?: (result: Result) => unknown;
};

export type Form<Values extends object> = {
  readonly values: Values;
  readonly busy: boolean;
  readonly failure: FormFailure | null;
  /** What the server said no with at the last sending, for a page that shows more of it. */
  readonly problem: Problem | null;
  readonly dirty: boolean;
  /** `v-bind` these to a FormField: its id and its error. */
  readonly field: (name: string) => { readonly id: string; readonly error: string | undefined };
  readonly submit: () => Promise<void>;
  /** Puts a problem from elsewhere (a second button) into the summary and at its fields. */
  readonly fail: (error: unknown) => void;
  /** Starts again from these values, or from where the form last started. */
  readonly reset: (values?: Values) => void;
};

const copy = <Values>(values: Values): Values => JSON.parse(JSON.stringify(values)) as Values;

/** The errors a form shows: the summary and the sentence at each field. */
function useFailure(prefix: string) {
  const { t } = useI18n();
  const { wordsOf, wordsOfField } = useProblemWords();
  const errors = ref<ReadonlyMap<string, string>>(new Map());
  const failure = shallowRef<FormFailure | null>(null);

  const show = (wrong: ReadonlyMap<string, string>, summary: FormFailure | null): void => {
    errors.value = wrong;
    failure.value = summary;
  };
  const clear = (): void => show(new Map(), null);
  const showFields = (wrong: ReadonlyMap<string, string>): void => {
    const lines = [...wrong].map(([name, text]) => ({ field: `${prefix}-${name}`, text }));
    show(wrong, { title: t('ui.form.corrections', { count: wrong.size }, wrong.size), lines });
  };
  const showProblem = (problem: Problem): void => {
    if (problem.errors.length > 0) return showFields(errorsByField(problem.errors, wordsOfField));
    const { title, detail } = wordsOf(problem);
    const traceId = problem.status >= 500 ? problem.traceId : undefined;
    show(new Map(), { title: title || detail, detail: title && detail, lines: [], traceId });
  };
  return { errors, failure, clear, showFields, showProblem };
}

/** Where the form last started, to know whether it was touched and to go back to it. */
function useStart<Values extends object>(values: Values) {
  const text = ref(JSON.stringify(values));
  return {
    dirty: computed(() => JSON.stringify(values) !== text.value),
    begin: () => void (text.value = JSON.stringify(values)),
    goBack: (next: Values = JSON.parse(text.value) as Values) => {
      Object.assign(values, copy(next));
      text.value = JSON.stringify(values);
    },
  };
}

/** What is wrong before sending: text where a number belongs, then what the page itself checks. */
function useChecks<Values extends object>(check: FormOptions<Values, unknown>['check']) {
  const { t } = useI18n();
  return (values: Values): Map<string, string> => {
    const wrong = new Map(notNumbers(values).map((name) => [name, t('problems.fields.isNumber')]));
    for (const [name, sentence] of Object.entries(check?.(values) ?? {}))
      if (sentence && !wrong.has(name)) wrong.set(name, sentence);
    return wrong;
  };
}

/**
 * A form that keeps what was typed, sends once, and shows every refusal in the summary and at its field.
 * Values must be plain data (strings, numbers, lists, objects); files go by upload.
 */
export function useForm<Values extends object, Result>(
  options: FormOptions<Values, Result>,
): Form<Values> {
  const prefix = useId();
  const values = reactive(copy(options.values)) as Values;
  const { dirty, begin, goBack } = useStart(values);
  const { errors, failure, clear, showFields, showProblem } = useFailure(prefix);
  const wrongWith = useChecks(options.check);
  const busy = ref(false);
  const problem = shallowRef<Problem | null>(null);
  const fail = (error: unknown): void => {
    problem.value = asProblem(error);
    showProblem(problem.value);
  };

  async function send(): Promise<void> {
    busy.value = true;
    problem.value = null;
    clear();
    try {
      const result = await options.submit(copy(values));
      begin();
      await options.done?.(result);
    } catch (error) {
      fail(error);
    } finally {
      busy.value = false;
    }
  }
  async function submit(): Promise<void> {
    if (busy.value) return;
    const wrong = wrongWith(values);
    if (wrong.size > 0) showFields(wrong);
    else await send();
  }
  const reset = (next?: Values): void => {
    goBack(next);
    problem.value = null;
    clear();
  };
  const field = (name: string) => ({ id: `${prefix}-${name}`, error: errors.value.get(name) });
  const form = { values, busy, failure, problem, dirty, field, submit, fail, reset };
  return reactive(form) as unknown as Form<Values>;
}
