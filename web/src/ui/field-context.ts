import { computed, inject, type ComputedRef, type InjectionKey } from 'vue';

/** What a FormField tells the control inside it. */
export type FieldContext = {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
};

export const fieldKey: InjectionKey<ComputedRef<FieldContext>> = Symbol('field');

/** The attributes that tie a control to its label, hint and error; empty outside a FormField. */
export function useFieldAttributes(): ComputedRef<Record<string, string | undefined>> {
  const field = inject(fieldKey, undefined);
  return computed(() => ({
    id: field?.value.id,
    'aria-describedby': field?.value.describedBy,
    'aria-invalid': field?.value.invalid ? 'true' : undefined,
    'aria-required': field?.value.required ? 'true' : undefined,
  }));
}
