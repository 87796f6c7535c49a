import { describe, expect, it } from 'vitest';
import { entryOfPage, firstEntry, menuOf } from './menu';

const route = (path: string, order: number, group?: string, permission?: string) => ({
  path,
  meta: { title: path, permission, menu: { key: `key.${path}`, order, group } },
});
const routes = [
  route('/judging', 20, 'work', 'judging.score'),
  route('/entries', 10, 'work'),
  route('/people', 30, 'house', 'identity.read'),
  { path: '/entries/:id', meta: { title: 'entry' } },
];
const mayAll = (): boolean => true;

describe('the menu', () => {
  it('stands in order under its headings', () => {
    const entry = (path: string) => ({ path, key: `key.${path}` });
    expect(menuOf(routes, mayAll)).toEqual([
      { heading: 'work', entries: [entry('/entries'), entry('/judging')] },
      { heading: 'house', entries: [entry('/people')] },
    ]);
  });

  it('holds only what the person may open', () => {
    const groups = menuOf(routes, (permission) => permission !== 'identity.read');
    expect(groups.map(({ heading }) => heading)).toEqual(['work']);
  });

  it('leads from / to its first entry, or nowhere when there is none', () => {
    expect(firstEntry(menuOf(routes, mayAll))).toBe('/entries');
    expect(firstEntry([])).toBeUndefined();
  });

  it.each([
    ['/entries/17/files', '/entries'],
    ['/entries', '/entries'],
    ['/entries-of-others', undefined],
  ])('marks for the page %s the entry %s', (page, entry) => {
    expect(entryOfPage(menuOf(routes, mayAll), page)).toBe(entry);
  });
});
