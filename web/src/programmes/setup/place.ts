import type { ComputedRef, InjectionKey } from 'vue';
import { type Mark, pathOf, type Screen, screens } from './screens';

/** Where in the wizard somebody is. */
export type Place = {
  readonly screen: Screen;
  readonly mark: Mark;
  readonly back: string | undefined;
  /** The next screen, or the health check. */
  readonly next: string;
};

export const placeKey: InjectionKey<ComputedRef<Place>> = Symbol('place in the wizard');

export function placeAt(id: string, screen: Screen, mark: Mark): Place {
  const index = screens.indexOf(screen);
  const back = index > 0 ? pathOf(id, screens[index - 1]) : undefined;
  return { screen, mark, back, next: pathOf(id, screens[index + 1]) };
}
