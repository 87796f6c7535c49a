import { seededRandom, type SeededRandom } from '../../platform/pure/seeded-random.js';
import { commentOn } from './comment.js';
import { criteria, maxima, refit, scoreStep, type Scores } from './criteria.js';
import { clamp, normal } from './draws.js';
import { meanQuality } from './quality.js';
import type { Entry, Judge, Province } from './shapes.js';

export type Recommendation = 'strong' | 'yes' | 'reserve' | 'no';

export type ScoreSheet = {
  /** Hundredths, in steps of 50, within the rubric's maxima. */
  readonly scores: Scores;
  readonly recommendation: Recommendation;
  /** 30 to 150 characters. */
  readonly comment: string;
};

const toStep = (value: number): number => Math.round(value / scoreStep) * scoreStep;

export function recommend(total: number): Recommendation {
  if (total >= 8800) return 'strong';
  if (total >= 8000) return 'yes';
  return total >= 7000 ? 'reserve' : 'no';
}

/** The total in hundredths that a judge gives: quality seen through severity, scale and noise (domain §3.9). */
function totalBy(judge: Judge, entry: Entry, random: SeededRandom): number {
  if (judge.noise === 'flat') return 8400 + scoreStep * random.below(5);
  const slip = judge.noise === 'careless' && random.below(2) === 0 ? 12 : 0;
  const slipped = random.below(2) === 0 ? slip : -slip;
  const seen = meanQuality + judge.scale * (entry.quality - meanQuality);
  return clamp(toStep(100 * (seen + judge.severity + slipped + 3.5 * normal(random))), 5000, 9800);
}

/** The total split over the criteria, each a little above or below its share, exact in the sum. */
function split(total: number, random: SeededRandom): Scores {
  const share = (maximum: number): number =>
    clamp(toStep((maximum * total) / 10_000 + maximum * 0.05 * normal(random)), 0, maximum);
  const rough = Object.fromEntries(
    criteria.map((criterion) => [criterion, share(maxima[criterion])]),
  ) as Scores;
  return refit(rough, total);
}

function find<Item extends { readonly key: string }>(items: readonly Item[], key: string): Item {
  const found = items.find((item) => item.key === key);
  if (!found) throw new RangeError(`no ${key} in this province`);
  return found;
}

/** What a judge says about an entry: a function of seed, entry and judge alone, in whatever order it is asked. */
export function scoreSheet(province: Province, entryKey: string, judgeKey: string): ScoreSheet {
  const judge = find(province.judges, judgeKey);
  const random = seededRandom(`${province.seed}/sheet/${entryKey}/${judgeKey}`);
  const total = totalBy(judge, find(province.entries, entryKey), random);
  const scores = split(total, random);
  return {
    scores,
    recommendation: recommend(total),
    comment: commentOn(scores, judge.noise, random),
  };
}
