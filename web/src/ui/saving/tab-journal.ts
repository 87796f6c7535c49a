import { newestFirst, newId, plain, type Journal, type JournalItem, type Left } from './journal';

const prefix = 'linxuan.journal.';

/** A journal that ends with its tab and that no other tab can read. */
export function tabJournal(form: string): Journal {
  const own = `${prefix}${form}:`;
  const put = (field: string, item: JournalItem, id: string, aside: boolean): Left => {
    const left: Left = plain({ ...item, field, id, aside });
    quietly(() => sessionStorage.setItem(own + id, JSON.stringify(left)));
    return left;
  };
  const remove = (id: string | undefined): void => {
    if (id !== undefined) quietly(() => sessionStorage.removeItem(own + id));
  };
  return {
    keep: (field, item, instead) => {
      remove(instead);
      put(field, item, field, false);
    },
    forget: remove,
    layAside: (field, item, instead) => {
      remove(instead);
      return put(field, item, `${field}~${newId()}`, true);
    },
    drop: ({ id }) => remove(id),
    listen: (take) => {
      take(namesOf(own).flatMap(leftIn).sort(newestFirst));
      return () => undefined;
    },
  };
}

/** Who signs out leaves nothing behind for whoever sits down next. */
export function emptyTabJournal(): void {
  for (const name of namesOf(prefix)) quietly(() => sessionStorage.removeItem(name));
}

const namesOf = (start: string): string[] =>
  Array.from(
    { length: sessionStorage.length },
    (_, index) => sessionStorage.key(index) ?? '',
  ).filter((name) => name.startsWith(start));

function leftIn(name: string): Left[] {
  try {
    return [JSON.parse(sessionStorage.getItem(name) ?? '') as Left];
  } catch {
    return [];
  }
}

/** A full or forbidden storage must not stop the typing: the server still gets what was typed. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {
    // Nothing to do: the text is in memory and on its way.
  }
}
