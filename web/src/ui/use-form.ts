import { computed, reactive, ref, shallowRef, useId } from 'vue';
import { useI18n } from 'vue-i18n';
import { asProblem, type Problem } from '../api/problem';
import { errorsByField, notNumbers, type FormFailure } from './form-errors';
import { useProblemWords } from './problem-words';

export type FormOptions<Values extends object, Result> = {
  /** Where the form starts; copied, never changed. */
  readonly values: Values;
  /** Sends the values; throws `ApiProblem` when the server says no. */
  readonly submit: (values: Values) => Promise<Result>;
  /** What the browser can know before sending: field → sentence. Called on submit only. */
  readonly check?: (values: Values) => Readonly<Record<string, string | undefined>>;
  readonly done?: (result: Result) => unknown;
};

export type Form<Values extends object> = {
  readonly values: Values;
  readonly busy: boolean;
  readonly failure: FormFailure | null;
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

  const clear = (): void => {
    errors.value = new Map();
    failure.value = null;
  };
  const showFields = (wrong: ReadonlyMap<string, string>): void => {
    errors.value = wrong;
    const lines = [...wrong].map(([name, text]) => ({ field: `${prefix}-${name}`, text }));
    failure.value = { title: t('ui.form.corrections', { count: wrong.size }, wrong.size), lines };
  };
  const showProblem = (problem: Problem): void => {
    if (problem.errors.length > 0) return showFields(errorsByField(problem.errors, wordsOfField));
    const { title, detail } = wordsOf(problem);
    const quotable = problem.status === 0 || problem.status >= 500;
    errors.value = new Map();
    failure.value = {
      title: title || detail,
      lines: title && detail ? [{ text: detail }] : [],
      traceId: quotable ? problem.traceId : undefined,
    };
  };
  return { errors, failure, clear, showFields, showProblem };
}

/**
 * A form that keeps what was typed, sends once, and shows every refusal in the summary and at its field.
 * Values must be plain data (strings, numbers, lists, objects); files go by upload.
 */
export function useForm<Values extends object, Result>(
  options: FormOptions<Values, Result>,
): Form<Values> {
  const { t } = useI18n();
  const prefix = useId();
  let start = copy(options.values);
  const values = reactive(copy(start)) as Values;
  const started = ref(JSON.stringify(start));
  const busy = ref(false);
  const { errors, failure, clear, showFields, showProblem } = useFailure(prefix);

  function wrongBeforeSending(): Map<string, string> {
    const wrong = new Map(notNumbers(values).map((name) => [name, t('problems.fields.isNumber')]));
    for (const [name, sentence] of Object.entries(options.check?.(values) ?? {}))
      if (sentence && !wrong.has(name)) wrong.set(name, sentence);
    return wrong;
  }

  async function send(): Promise<void> {
    busy.value = true;
    clear();
    try {
      const result = await options.submit(copy(values));
      started.value = JSON.stringify(values);
      await options.done?.(result);
    } catch (error) {
      showProblem(asProblem(error));
    } finally {
      busy.value = false;
    }
  }

  async function submit(): Promise<void> {
    if (busy.value) return;
    const wrong = wrongBeforeSending();
    if (wrong.size > 0) showFields(wrong);
    else await send();
  }

  function reset(next?: Values): void {
    start = copy(next ?? start);
    Object.assign(values, copy(start));
    started.value = JSON.stringify(values);
    clear();
  }

  const form = {
    values,
    busy,
    failure,
    dirty: computed(() => JSON.stringify(values) !== started.value),
    field: (name: string) => ({ id: `${prefix}-${name}`, error: errors.value.get(name) }),
    submit,
    fail: (error: unknown) => showProblem(asProblem(error)),
    reset,
  };
  return reactive(form) as unknown as Form<Values>;
}
