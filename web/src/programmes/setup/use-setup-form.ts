import { useI18n } from 'vue-i18n';
import { configShape } from '../../../../src/programmes/rules/config-shape';
import { toast } from '../../ui/toast';
import { fieldOf } from '../../ui/form-errors';
import { type Form, useForm } from '../../ui/use-form';
import { type Draft, type RulesChange, saveRules } from './queries';

type Options<Values extends object> = {
  /** What was seen when typing began: a later change by someone else is not overwritten. */
  readonly draft: Draft;
  /** Named like the parts of the rules, so that a fault finds its field. */
  readonly values: Values;
  readonly change: (values: Values) => RulesChange;
  /** What only this screen can know: field → sentence. */
  readonly check?: (values: Values) => Readonly<Record<string, string | undefined>>;
  readonly saved: () => unknown;
};

/** The form of one screen: refuses what has not the shape of rules at its field, saves, and goes on. */
export function useSetupForm<Values extends object>(options: Options<Values>): Form<Values> {
  const { t } = useI18n();
  let { version } = options.draft;

  /** Only a number can have the wrong type here: an empty one. */
  const wordsOf = (code: string): string =>
    t(code === 'wrong-type' ? 'programmes.settings.numberMissing' : `programmes.faults.${code}`);

  function misshapen({ config }: RulesChange): Record<string, string> {
    const faults = config ? configShape({ ...options.draft.config, ...config }, '') : [];
    return Object.fromEntries(faults.map(({ path, code }) => [fieldOf(path), wordsOf(code)]));
  }

  return useForm({
    values: options.values,
    check: (values) => ({ ...misshapen(options.change(values)), ...options.check?.(values) }),
    submit: (values) => saveRules(options.draft.id, version, options.change(values)),
    done: (saved) => {
      version = saved.version;
      toast(t('programmes.setup.saved'));
      return options.saved();
    },
  });
}
