import { h, type FunctionalComponent, type VNode } from 'vue';

/** What a text of a form may hold; everything else is read as plain text. */
const known: ReadonlySet<string> = new Set([
  ...['p', 'h3', 'h4', 'strong', 'em', 'ul', 'ol', 'li', 'br'],
  ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);
const dropped: ReadonlySet<string> = new Set(['script', 'style', 'template', 'iframe', 'object']);
const spans = ['colspan', 'rowspan'] as const;

type Child = VNode | string;

const childrenOf = (node: Node): Child[] => Array.from(node.childNodes).flatMap(read);

function read(node: Node): Child[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? ''];
  if (!(node instanceof Element)) return [];
  const name = node.tagName.toLowerCase();
  if (dropped.has(name)) return [];
  return known.has(name) ? [h(name, spansOf(node), childrenOf(node))] : childrenOf(node);
}

const spansOf = (cell: Element): Record<string, string> =>
  Object.fromEntries(
    spans
      .map((name) => [name, cell.getAttribute(name) ?? ''] as const)
      .filter(([, value]) => /^\d{1,3}$/.test(value)),
  );

/** Shows the server's sanitised HTML, made anew from the few elements we know: nothing else gets onto the page. */
export const RichText: FunctionalComponent<{ html: string }> = ({ html }) =>
  h('div', { class: 'rich' }, childrenOf(new DOMParser().parseFromString(html, 'text/html').body));
RichText.props = ['html'];
