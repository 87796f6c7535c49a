// @vitest-environment happy-dom
import { defineComponent, h, nextTick, type Component } from 'vue';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import FormField from './FormField.vue';
import FormFrame from './FormFrame.vue';
import { mounted } from './mounted';
import TextInput from './TextInput.vue';
import { useForm } from './use-form';

const errors = [
  { pointer: '/title', code: 'isNotEmpty' },
  { pointer: '/unit', code: 'other', detail: '请填写单位全称' },
];

/** A page whose form the server refuses. */
const page = defineComponent(() => {
  const submit = () => Promise.reject(new ApiProblem({ status: 422, errors }));
  const form = useForm({ values: { title: '', unit: '' }, submit });
  const field = (name: 'title' | 'unit', label: string) =>
    h(FormField, { ...form.field(name), label }, () =>
      h(TextInput, {
        modelValue: form.values[name],
        'onUpdate:modelValue': (text: string) => (form.values[name] = text),
      }),
    );
  return () =>
    h(
      FormFrame as Component,
      { form },
      { default: () => [field('title', '案例名称'), field('unit', '单位')] },
    );
});

async function refused(): Promise<HTMLElement> {
  const root = mounted(page);
  root.querySelector('form')?.dispatchEvent(new Event('submit'));
  for (let turn = 0; turn < 5; turn += 1) await nextTick();
  return root;
}

describe('the summary of a refused form', () => {
  it('takes the focus and marks the title of the tab', async () => {
    const root = await refused();
    expect(document.activeElement).toBe(root.querySelector('[role=alert]'));
    expect(document.title.startsWith('错误：')).toBe(true);
  });

  it('names the field unless the sentence does', async () => {
    const links = (await refused()).querySelectorAll('[role=alert] a');
    const said = Array.from(links, (link) => link.textContent?.trim());
    expect(said).toEqual(['案例名称：此项必填', '请填写单位全称']);
  });

  it('leads to the field', async () => {
    const root = await refused();
    root.querySelector<HTMLElement>('[role=alert] a')?.click();
    expect(document.activeElement).toBe(root.querySelector('input'));
  });
});
