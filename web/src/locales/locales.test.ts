import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'vue/compiler-sfc';
import { createI18n } from 'vue-i18n';
import { nest, type Messages } from '../shell/messages';

const here = import.meta.dirname;
const source = path.dirname(here);

const filesIn = (language: string): Record<string, Messages> =>
  Object.fromEntries(
    fs
      .readdirSync(path.join(here, language))
      .map((name) => [name, JSON.parse(fs.readFileSync(path.join(here, language, name), 'utf8'))]),
  );
const keysOf = (messages: Messages, prefix = ''): string[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );
const chinese = nest(filesIn('zh-CN'));
const english = nest(filesIn('en'));

const texts = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !/\.(test|spec|d)\.ts$/.test(name))
  .map((name) => ({ name, text: fs.readFileSync(path.join(source, name), 'utf8') }));
const components = texts.filter(({ name }) => name.endsWith('.vue'));
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm, '');

describe('the two languages', () => {
  it('have the same keys', () => {
    expect(keysOf(english).sort()).toEqual(keysOf(chinese).sort());
  });

  it.each([
    ['Chinese', chinese],
    ['English', english],
  ])('have only messages that can be read: %s', (_name, messages) => {
    const { t } = createI18n({ legacy: false, locale: 'xx', messages: { xx: messages } }).global;
    for (const key of keysOf(messages)) expect(() => t(key, { count: 1 }), key).not.toThrow();
  });
});

/** Words of the template that are not behind a key. Marks and figures may stand there. */
type Node = {
  readonly type: number;
  readonly content?: unknown;
  readonly children?: readonly Node[];
  readonly props?: readonly { type: number; name: string; value?: { content: string } }[];
};
const spoken = new Set([
  'label',
  'title',
  'hint',
  'lead',
  'placeholder',
  'caption',
  'alt',
  'aria-label',
]);
const wordsIn = (node: Node): string[] => [
  ...(node.type === 2 && /\p{L}/u.test(String(node.content)) ? [String(node.content).trim()] : []),
  ...(node.props ?? [])
    .filter(
      ({ type, name, value }) =>
        type === 6 && spoken.has(name) && /\p{L}/u.test(value?.content ?? ''),
    )
    .map(({ value }) => value?.content ?? ''),
  ...(node.children ?? []).flatMap(wordsIn),
];

describe('the pages', () => {
  it('hold no Chinese outside the locales', () => {
    const found = texts
      .filter(({ text }) => /\p{Script=Han}/u.test(withoutComments(text)))
      .map(({ name }) => name);
    expect(found).toEqual([]);
  });

  it('hold no words in their templates', () => {
    const found = components.flatMap(({ name, text }) => {
      const root = parse(text, { ignoreEmpty: false }).descriptor.template?.ast;
      return root ? wordsIn(root as Node).map((words) => ({ name, words })) : [];
    });
    expect(found).toEqual([]);
  });

  it('ask only for keys there are', () => {
    const known = new Set(keysOf(chinese));
    const asked = texts.flatMap(({ name, text }) =>
      [...withoutComments(text).matchAll(/(?<![\w.])\$?t\(\s*'([\w.-]+)'/g)].map(([, key]) => ({
        name,
        key,
      })),
    );
    expect(asked.filter(({ key }) => !known.has(key ?? ''))).toEqual([]);
  });

  it('ask in their routes only for titles and menu words there are', () => {
    const known = new Set(keysOf(chinese));
    const asked = texts
      .filter(({ name }) => name.endsWith('routes.ts') || name.endsWith('router.ts'))
      .flatMap(({ text }) =>
        [...text.matchAll(/(?:title|key|group): '([\w.-]+)'/g)].map(([, key]) => key),
      );
    expect(asked.filter((key) => !known.has(key ?? ''))).toEqual([]);
  });
});
