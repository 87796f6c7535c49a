// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createApp, h } from 'vue';
import { RichText } from './rich-text';

const shown = (html: string): string => {
  const root = document.createElement('div');
  createApp({ render: () => h(RichText, { html }) }).mount(root);
  return (root.firstElementChild?.innerHTML ?? '').replaceAll(/<!--.*?-->/g, '');
};

describe('a text', () => {
  it.each([
    [
      'paragraphs, lists and emphasis',
      '<p>a <strong>b</strong></p><ul><li>c</li></ul>',
      '<p>a <strong>b</strong></p><ul><li>c</li></ul>',
    ],
    [
      'tables with their spans',
      '<table><tbody><tr><td colspan="2" onclick="x()">a</td></tr></tbody></table>',
      '<table><tbody><tr><td colspan="2">a</td></tr></tbody></table>',
    ],
    ['words that look like tags', '<p>a &lt;b&gt; c</p>', '<p>a &lt;b&gt; c</p>'],
  ])('keeps %s', (_what, html, result) => {
    expect(shown(html)).toBe(result);
  });

  it.each([
    ['a script', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
    ['a picture from elsewhere', '<p>a<img src="x" onerror="alert(1)"></p>', '<p>a</p>'],
    ['a link, not its words', '<p><a href="javascript:x">go</a></p>', '<p>go</p>'],
    ['a handler and a style', '<p onclick="x()" style="y">a</p>', '<p>a</p>'],
    ['a style sheet', '<style>p{}</style><p>a</p>', '<p>a</p>'],
  ])('loses %s', (_what, html, result) => {
    expect(shown(html)).toBe(result);
  });
});
