import { createApp, h, type Component, type Slots } from 'vue';
import { createI18n } from 'vue-i18n';
import problems from '../locales/zh-CN/problems.json';
import ui from '../locales/zh-CN/ui.json';

type Slotted = Readonly<Record<string, Slots[string] | ((scope: never) => unknown)>>;

/** For specs of the kit: a component alone on a page, in Chinese. */
export function mounted(
  component: Component,
  props: object = {},
  slots: Slotted = {},
): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  createApp({ render: () => h(component, props, slots as Slots) })
    .use(createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { ui, problems } } }))
    .mount(root);
  return root;
}
