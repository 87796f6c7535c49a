// @vitest-environment happy-dom
import { h, type VNode } from 'vue';
import { describe, expect, it } from 'vitest';
import CheckboxField from './CheckboxField.vue';
import FormField from './FormField.vue';
import { mounted } from './mounted';
import NumberInput from './NumberInput.vue';
import RadioGroup from './RadioGroup.vue';
import SelectInput from './SelectInput.vue';
import TextArea from './TextArea.vue';
import TextInput from './TextInput.vue';

const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const wrong = { id: 'f-name', label: '名称', hint: '不超过 60 字', error: '请填写名称' };
const inField = (control: VNode, props: object = wrong): HTMLElement =>
  mounted(FormField, { ...wrong, ...props }, { default: () => control });
const described = (root: HTMLElement, control: Element | null): string[] =>
  (control?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => root.querySelector(`#${id}`)?.textContent?.trim() ?? '');

describe('a form field', () => {
  it.each([
    ['TextInput', () => h(TextInput)],
    ['NumberInput', () => h(NumberInput)],
    ['SelectInput', () => h(SelectInput, { options })],
  ])('ties label, hint and error to its %s', (_name, control) => {
    const root = inField(control());
    const box = root.querySelector('input, select');
    expect(box?.id).toBe('f-name');
    expect(root.querySelector('label')?.htmlFor).toBe('f-name');
    expect(box?.getAttribute('aria-invalid')).toBe('true');
    expect(described(root, box)).toEqual(['不超过 60 字', '错误：请填写名称']);
  });

  it('adds the count to what describes a text area', () => {
    const root = inField(h(TextArea, { limit: 3, modelValue: '支部建在年级组' }));
    expect(described(root, root.querySelector('textarea'))[2]).toBe('7 / 3 字，超出 4 字，请删减');
  });

  it('is a fieldset with a legend around radios, whose first one the summary can reach', () => {
    const root = inField(h(RadioGroup, { options }), { group: true });
    const fieldset = root.querySelector('fieldset');
    expect(fieldset?.querySelector('legend')?.textContent).toContain('名称');
    expect(described(root, fieldset)).toEqual(['不超过 60 字', '错误：请填写名称']);
    expect(root.querySelectorAll('input')[0]?.id).toBe('f-name');
  });

  it('says nothing wrong when nothing is', () => {
    const root = inField(h(TextInput), { error: undefined, hint: undefined });
    const box = root.querySelector('input');
    expect([box?.getAttribute('aria-invalid'), box?.getAttribute('aria-describedby')]).toEqual([
      null,
      null,
    ]);
  });

  it('says in words what is required and what is optional', () => {
    expect(inField(h(TextInput), { required: true }).textContent).toContain('必填');
    expect(inField(h(TextInput), { optional: true }).textContent).toContain('选填');
  });

  it('ties the error of a checkbox to it', () => {
    const root = mounted(CheckboxField, { id: 'f-agree', label: '我承诺', error: '请先承诺' });
    expect(described(root, root.querySelector('input'))).toEqual(['请先承诺']);
  });
});
