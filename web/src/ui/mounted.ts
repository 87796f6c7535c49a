import { createApp, h, type Component, type Slots } from 'vue';
import { i18n } from '../shell/i18n';

type Slotted = Readonly<Record<string, Slots[string] | ((scope: never) => unknown)>>;

/** For specs: a component on a page of its own, in Chinese. */
export function mounted(
  component: Component,
  props: object = {},
  slots: Slotted = {},
): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  createApp({ render: () => h(component, props, slots as Slots) })
    .use(i18n)
    .mount(root);
  return root;
}
