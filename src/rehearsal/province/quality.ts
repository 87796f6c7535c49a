import { seededRandom } from '../../platform/pure/seeded-random.js';
import { entryPlan } from './entry-plan.js';
import { hundredths, normal } from './draws.js';
import { prefectures } from './tables/prefectures.js';

/** Where the mean of all entries lies, in points. */
export const meanQuality = 82;

/** What each prefecture's care adds: N(0, 1.2), two much better and one worse (domain §7.2). */
function prefectureEffects(seed: string): ReadonlyMap<string, number> {
  const random = seededRandom(`${seed}/prefecture-effects`);
  const extremes = [2.5, 2.5, -2];
  return new Map(
    random
      .shuffle(prefectures)
      .map(({ code }, index) => [code, extremes[index] ?? 1.2 * normal(random)]),
  );
}

const rankEffect = (rank: number | null): number => {
  if (rank === 1) return 1.5;
  return rank === 2 ? 0.5 : -0.5;
};

/**
 * The latent quality of every entry in points, by key: N(82, 4.5) and the effects of unit and rank,
 * centred so that the mean of all is 82 whatever the seed.
 */
export function qualities(seed: string): ReadonlyMap<string, number> {
  const effects = prefectureEffects(seed);
  const raw = entryPlan.map(({ key, prefectureCode, rank }) => {
    const own = 4.5 * normal(seededRandom(`${seed}/quality/${key}`));
    return own + (effects.get(prefectureCode) ?? 0) + rankEffect(rank);
  });
  const mean = raw.reduce((sum, value) => sum + value, 0) / raw.length;
  return new Map(
    entryPlan.map(({ key }, index) => [key, hundredths(meanQuality + (raw[index] ?? 0) - mean)]),
  );
}
