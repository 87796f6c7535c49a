import type { RouteRecordNormalized } from 'vue-router';

export type MenuEntry = { readonly path: string; readonly key: string };
export type MenuGroup = {
  readonly heading: string | undefined;
  readonly entries: readonly MenuEntry[];
};

type Listed = Pick<RouteRecordNormalized, 'path' | 'meta'>;

/**
 * The menu of a person: the routes that ask to be in it and that the person may open, by order, under
 * the headings they name; headings stand where their first entry does.
 */
export function menuOf(
  routes: readonly Listed[],
  may: (permission: string | undefined) => boolean,
): MenuGroup[] {
  const shown = routes
    .filter(({ meta }) => meta.menu && may(meta.permission))
    .sort((one, other) => (one.meta.menu?.order ?? 0) - (other.meta.menu?.order ?? 0));
  const groups = new Map<string | undefined, MenuEntry[]>();
  for (const { path, meta } of shown) {
    const heading = meta.menu?.group;
    groups.set(heading, [...(groups.get(heading) ?? []), { path, key: meta.menu?.key ?? '' }]);
  }
  return [...groups].map(([heading, entries]) => ({ heading, entries }));
}

/** Where `/` leads. */
export const firstEntry = (groups: readonly MenuGroup[]): string | undefined =>
  groups[0]?.entries[0]?.path;

/** The entry the page belongs to: the one whose path the page's own begins with, the longest. */
export function entryOfPage(groups: readonly MenuGroup[], page: string): string | undefined {
  const holds = (path: string): boolean => page === path || page.startsWith(`${path}/`);
  return groups
    .flatMap(({ entries }) => entries.map(({ path }) => path))
    .filter(holds)
    .sort((one, other) => other.length - one.length)[0];
}
