import { createI18n } from 'vue-i18n';
import { nest, type Messages } from './messages';
import { remember, remembered } from './remembered';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const chinese = import.meta.glob<Messages>('../locales/zh-CN/*.json', {
  eager: true,
  import: 'default',
});
const english = import.meta.glob<Messages>('../locales/en/*.json', { import: 'default' });

export const i18n = createI18n({
  legacy: false,
  globalInjection: true,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': nest(chinese) } as Partial<Record<Language, Messages>>,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: import.meta.env.DEV,
});

async function loadEnglish(): Promise<Messages> {
  const files = await Promise.all(
    Object.entries(english).map(async ([file, load]) => [file, await load()] as const),
  );
  return nest(Object.fromEntries(files));
}

/** Speaks this language from now on; English is fetched when it is first wanted. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18n.global.availableLocales.includes('en'))
    i18n.global.setLocaleMessage('en', await loadEnglish());
  i18n.global.locale.value = language;
  document.documentElement.lang = language;
  remember('language', language);
}

/** Chinese, unless the person chose English on this computer before and it can be fetched. */
export async function speakAsRemembered(): Promise<void> {
  if (remembered('language') === 'en') await speak('en').catch(() => undefined);
}
