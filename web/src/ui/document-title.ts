import { ref, watchEffect } from 'vue';

/** The title of the browser tab: the page's, then the site's, and a word in front while a form is wrong. */
const page = ref('');
const site = ref('');
const mark = ref('');

watchEffect(() => {
  document.title = mark.value + [page.value, site.value].filter(Boolean).join(' - ');
});

export const setSiteTitle = (title: string): void => void (site.value = title);

export function setPageTitle(title: string): void {
  page.value = title;
  mark.value = '';
}

/** The word in front, such as 错误：; '' takes it away. */
export const markTitle = (word: string): void => void (mark.value = word);
