import { newId } from './journal';

/**
 * Every window holds a lock under its name as long as it lives, so that another can tell what a living
 * window writes (leave it alone) from what a dead one left (take it up). The browser gives the lock back
 * however the window ends. Without a secure context there are no locks, and every other window counts as
 * dead: its text may then come to stand in two windows, but is not lost.
 */
export const thisWindow = newId();

const locks: LockManager | undefined = navigator.locks;
const nameOf = (window: string): string => `linxuan.window.${window}`;
let holding: Promise<void> | undefined;

export function holdThisWindow(): Promise<void> {
  holding ??= new Promise((held) => {
    if (!locks) held();
    else
      void locks
        .request(nameOf(thisWindow), () => {
          held();
          return new Promise<never>(() => undefined);
        })
        .catch(() => held());
  });
  return holding;
}

/** Tells whether a window lives, as of now. */
export async function livingWindows(): Promise<(window: string) => boolean> {
  const held = new Set((await locks?.query())?.held?.map(({ name }) => name));
  return (window) => held.has(nameOf(window));
}

/** Waits until another window has ended; fails when given up. */
export async function ended(window: string, until: AbortSignal): Promise<void> {
  await locks?.request(nameOf(window), { signal: until }, () => undefined);
}
