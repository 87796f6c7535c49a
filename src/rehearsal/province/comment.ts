import type { SeededRandom } from '../../platform/pure/seeded-random.js';
import { criteria, maxima, totalOf, type Criterion, type Scores } from './criteria.js';
import { pick } from './draws.js';
import type { JudgeNoise } from './shapes.js';
import { openings, praises, stockComments, suggestions } from './tables/comments.js';

/** The criteria from the strongest to the weakest in proportion to their maxima. */
const byStrength = (scores: Scores): Criterion[] =>
  [...criteria].sort((a, b) => scores[b] / maxima[b] - scores[a] / maxima[a]);

/** A comment of 30 to 150 characters that fits the scores; careless judges often repeat themselves. */
export function commentOn(scores: Scores, noise: JudgeNoise, random: SeededRandom): string {
  if (noise === 'careless' && random.below(3) === 0) return pick(random, stockComments);
  const total = totalOf(scores);
  const band = openings.find(({ from }) => total >= from)?.texts ?? [];
  const [best, second] = byStrength(scores) as [Criterion, Criterion];
  const worst = byStrength(scores).at(-1) as Criterion;
  return [
    pick(random, band),
    pick(random, praises[best]),
    pick(random, praises[second]),
    pick(random, suggestions[worst]),
  ].join('');
}
