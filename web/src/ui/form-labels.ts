import { inject, onScopeDispose, provide, reactive, watchEffect, type InjectionKey } from 'vue';
import { useI18n } from 'vue-i18n';

/** The labels of a form's fields by the id of the control, so that the summary can name the field. */
type Labels = Map<string, string>;
const key: InjectionKey<Labels> = Symbol('form labels');

export function provideLabels(): void {
  provide(key, reactive(new Map()));
}

/** A field says how it is called, for as long as it stands. */
export function useLabel(field: () => { readonly id: string; readonly label: string }): void {
  const labels = inject(key, undefined);
  if (!labels) return;
  watchEffect((onCleanup) => {
    const { id, label } = field();
    labels.set(id, label);
    onCleanup(() => labels.delete(id));
  });
  onScopeDispose(() => labels.delete(field().id));
}

/** The sentence about a field, with the field's name in front unless the sentence names it. */
export function useNamedSentences(): (field: string, sentence: string) => string {
  const { t } = useI18n();
  const labels = inject(key, undefined);
  return (field, sentence) => {
    const label = labels?.get(field);
    const named = !label || sentence.toLowerCase().includes(label.toLowerCase());
    return named ? sentence : t('ui.form.named', { label, sentence });
  };
}
