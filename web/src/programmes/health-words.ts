import { useI18n } from 'vue-i18n';
import type { HealthItem, Programme } from './queries';
import { pathOf, type Screen, screenOf } from './setup/screens';

export type Mending = {
  readonly key: 'screen' | 'people';
  readonly screen?: Screen;
  readonly to: string;
};

/** Where an item is mended: on a screen of the wizard, at the register of people, or nowhere here. */
export function mendingOf(id: string, item: HealthItem): Mending | undefined {
  if (item.key === 'units-staffed') return { key: 'people', to: '/people' };
  const screen = screenOf(item);
  return screen && { key: 'screen', screen, to: pathOf(id, screen) };
}

/** The sentences of one item: why it is not in order, or that it is. */
export function useHealthWords(programme: () => Programme): (item: HealthItem) => string[] {
  const { t, te } = useI18n();

  /** A pointer in words: the part, and which of it where that has a name. */
  function placeOf(path: string): string {
    const [, part = '', which] = path.split('/');
    const [, , end = ''] = path.split('/').slice(1);
    if (part === 'windows')
      return `${t(`programmes.windows.${which}`)} · ${t(`programmes.windows.${end}`)}`;
    const key = `programmes.health.places.${part}`;
    const word = te(key) ? t(key) : part;
    const named = part === 'fields' ? programme().fields[Number(which)]?.label : undefined;
    return named ? `${word} · ${named}` : word;
  }

  function faultWords({ path, code }: { path: string; code: string }): string {
    const key = `programmes.faults.${code}`;
    return t('programmes.faultAt', { place: placeOf(path), fault: te(key) ? t(key) : code });
  }

  const nameOf = (item: HealthItem, name: string): string =>
    item.key === 'recusal' ? t(`programmes.recusal.kinds.${name}`) : name;

  /** Their own sentence says it all. */
  const plain = ['submission-open', 'quotas', 'commitments', 'notice-calendar', 'mail'];

  return (item) => {
    if (item.level === 'ok') return [t(`programmes.health.ok.${item.key}`)];
    if (plain.includes(item.key)) return [t(`programmes.health.found.${item.key}`)];
    if (item.names.length === 0) return item.faults.map(faultWords);
    const names = item.names.map((name) => nameOf(item, name)).join(t('programmes.listMark'));
    return [t(`programmes.health.found.${item.key}`, { names })];
  };
}
