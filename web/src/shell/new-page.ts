import { nextTick, watch } from 'vue';
import type { RouteLocationNormalized } from 'vue-router';
import { setPageTitle } from '../ui/document-title';
import { i18n } from './i18n';

let titleKey = '';
const nameThePage = (): void => setPageTitle(titleKey ? i18n.global.t(titleKey) : '');

watch(() => i18n.global.locale.value, nameThePage);

/** A reader who does not see the page hears where they are: focus goes to the heading. */
async function focusHeading(): Promise<void> {
  await nextTick();
  requestAnimationFrame(() => {
    const heading = document.querySelector<HTMLElement>('[data-page-heading]');
    (heading ?? document.getElementById('page'))?.focus({ preventScroll: true });
  });
}

/** Names the page in the tab and, after the first one, moves the focus to its heading. */
export function moveToNewPage(to: RouteLocationNormalized, from: RouteLocationNormalized): void {
  titleKey = to.meta.title ?? '';
  nameThePage();
  const firstPage = from.matched.length === 0;
  if (!firstPage && to.path !== from.path) void focusHeading();
}
