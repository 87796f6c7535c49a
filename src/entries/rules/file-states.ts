import type { Shortcoming } from './completeness.js';

/** A file arrives in parts, is checked, and is ready or refused. */
export type AttachmentState = 'arriving' | 'checking' | 'ready' | 'refused';

/** Why the check of a file waits: its structure is sound, and the scanner for viruses does not answer. */
export const scannerDown = 'scanner-down';

type Filed = {
  readonly ruleKey: string;
  readonly state: AttachmentState;
  readonly refusal: string | null;
};

/**
 * Whether a file goes with its entry when that is handed in. One that waits for nothing but a scanner
 * that is down does: nobody misses a deadline for it, and nobody else is given it before it is scanned.
 */
export const isFiled = ({ state, refusal }: Filed): boolean =>
  state === 'ready' || (state === 'checking' && refusal === scannerDown);

/** What keeps an entry from being handed in for as long as its files are under way. */
export function filesUnderWay(files: readonly Filed[]): Shortcoming[] {
  const under = files.filter((file) => file.state !== 'refused' && !isFiled(file));
  const rules = [...new Set(under.map(({ ruleKey }) => ruleKey))];
  return rules.flatMap((where) =>
    (['arriving', 'checking'] as const).flatMap((state): Shortcoming[] => {
      const items = under.filter((file) => file.ruleKey === where && file.state === state).length;
      return items === 0 ? [] : [{ where, code: `file-${state}`, params: { items } }];
    }),
  );
}

/** Milliseconds from one try of a check to the next: half a minute, doubling, at most a quarter hour. */
export const waitAfter = (tries: number): number =>
  Math.min(30_000 * 2 ** Math.min(tries - 1, 5), 15 * 60_000);
