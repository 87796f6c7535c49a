// @vitest-environment happy-dom
import { createApp, defineComponent, h } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem';
import { i18n } from '../shell/i18n';
import { useForm, type Form, type FormOptions } from './use-form';

type Values = { name: string; places: number | null };
const start: Values = { name: '', places: null };

/** The form of a mounted page. */
function formWith(options: Partial<FormOptions<Values, unknown>>): Form<Values> {
  let form: Form<Values> | undefined;
  const page = defineComponent(() => {
    form = useForm<Values, unknown>({ values: start, submit: async () => undefined, ...options });
    return () => h('div');
  });
  createApp(page).use(i18n).mount(document.createElement('div'));
  if (!form) throw new Error('the page has no form');
  return form;
}

const refusal = (problem: Partial<ApiProblem>) => async () => {
  throw new ApiProblem({ status: 422, ...problem });
};

describe('a form', () => {
  it('sends its values and takes them as the new start', async () => {
    const submit = vi.fn(async () => 7);
    const done = vi.fn();
    const form = formWith({ submit, done });
    form.values.name = 'A';
    expect(form.dirty).toBe(true);
    await form.submit();
    expect(submit).toHaveBeenCalledWith({ name: 'A', places: null });
    expect(done).toHaveBeenCalledWith(7);
    expect(form.dirty).toBe(false);
  });

  it('sends once, however often the button is pressed', async () => {
    let finish: (value: unknown) => void = () => undefined;
    const submit = vi.fn(() => new Promise((resolve) => (finish = resolve)));
    const form = formWith({ submit });
    const first = form.submit();
    await form.submit();
    expect(form.busy).toBe(true);
    finish(null);
    await first;
    expect([submit.mock.calls.length, form.busy]).toEqual([1, false]);
  });

  it('keeps what was typed and shows each refusal at its field and in the summary', async () => {
    const errors = [
      { pointer: '/name', code: 'isNotEmpty', detail: 'name should not be empty' },
      { pointer: '/places', code: 'max', detail: 'places must not be greater than 30' },
    ];
    const form = formWith({ submit: refusal({ code: 'platform.bad-form', errors }) });
    form.values.places = 31;
    await form.submit();
    expect(form.values).toEqual({ name: '', places: 31 });
    expect(form.field('name').error).toBe('此项必填');
    expect(form.field('places').error).toBe('不能大于 30');
    expect(form.failure).toEqual({
      title: '有 2 处需要修改',
      lines: [
        { field: form.field('name').id, text: '此项必填' },
        { field: form.field('places').id, text: '不能大于 30' },
      ],
    });
  });

  it('says a known refusal in our words and an unknown one in those of the server', async () => {
    const known = formWith({
      submit: refusal({ status: 401, code: 'identity.wrong-credentials' }),
    });
    await known.submit();
    expect(known.failure?.title).toBe('登录失败');
    const unknown = formWith({
      submit: refusal({ code: 'x.y', title: '名额已满', detail: '请先撤回一项。' }),
    });
    await unknown.submit();
    expect(unknown.failure).toMatchObject({
      title: '名额已满',
      detail: '请先撤回一项。',
      lines: [],
    });
  });

  it('gives the number to quote for a bug, and none for a refusal', async () => {
    const bug = formWith({
      submit: refusal({ status: 500, code: 'platform.bug', traceId: 'abc' }),
    });
    await bug.submit();
    expect(bug.failure?.traceId).toBe('abc');
    const refused = formWith({ submit: refusal({ status: 409, code: 'x.y', traceId: 'abc' }) });
    await refused.submit();
    expect(refused.failure?.traceId).toBeUndefined();
  });

  it('does not send what it knows to be wrong', async () => {
    const submit = vi.fn(async () => undefined);
    const form = formWith({
      submit,
      check: ({ name }) => ({ name: name ? undefined : '请填写名称' }),
    });
    form.values.places = Number.NaN;
    await form.submit();
    expect(submit).not.toHaveBeenCalled();
    expect([form.field('name').error, form.field('places').error]).toEqual([
      '请填写名称',
      '请填写数字',
    ]);
  });

  it('goes back to where it started', async () => {
    const form = formWith({ submit: refusal({ code: 'x.y', title: 'No' }) });
    form.values.name = 'A';
    await form.submit();
    form.reset();
    expect([form.values, form.failure, form.dirty]).toEqual([start, null, false]);
    form.reset({ name: 'B', places: 3 });
    expect([form.values.name, form.dirty]).toEqual(['B', false]);
  });
});
