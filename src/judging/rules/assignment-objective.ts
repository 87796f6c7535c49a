import { seededRandom } from '../../platform/pure/seeded-random.js';
import type { Pair } from './assignment-shapes.js';

/** Tie-breaking noise stays far below 2^53 even after the two weights are laid over it. */
const noiseBound = 1024;

/** What a category's assignment costs beside the noise of its pairs. */
export type Weights = {
  /** For each two judges of one group at one entry: above all noise together. */
  readonly group: number;
  /** For each square of a load: above all groups and noise together. */
  readonly load: number;
};

/**
 * What is best: first even loads (least sum of squares), then the judges of an entry from as many
 * groups as can be, then the seeded lot.
 * @param wanted how many judges each entry of the category gets
 */
export function weightsOf(wanted: readonly number[]): Weights {
  const units = wanted.reduce((sum, each) => sum + each, 0);
  const sharing = wanted.reduce((sum, each) => sum + each * each, 0);
  const group = units * noiseBound + 1;
  return { group, load: (sharing + 1) * group };
}

/** The lot of a pair. It hangs on the pair alone, so other entries and judges coming or going leave it be. */
export const noiseOf = (seed: string, { entry, judge }: Pair): number =>
  seededRandom(JSON.stringify([seed, entry, judge])).below(noiseBound);
