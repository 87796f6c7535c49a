import { seededRandom } from '../../platform/pure/seeded-random.js';
import { pick } from './draws.js';
import type { CategoryCode } from './shapes.js';
import { categoryPieces } from './tables/text-categories.js';
import { plainTitles, quotedTitles } from './tables/titles.js';

export type Heading = {
  readonly title: string;
  readonly slogan: string;
  readonly keywords: readonly string[];
};

function invent(seed: string, categoryCode: CategoryCode): Heading {
  const random = seededRandom(seed);
  const pieces = categoryPieces[categoryCode];
  const slogan = pick(random, pieces.slogan);
  const subject = pick(random, pieces.subject);
  const approach = pick(random, pieces.approach);
  const title = pick(random, random.below(2) === 0 ? quotedTitles : plainTitles)
    .replace('{slogan}', slogan)
    .replace('{subject}', subject)
    .replace('{approach}', approach);
  const objects = random.shuffle(pieces.object).slice(0, 1 + random.below(3));
  return { title, slogan, keywords: ['党建引领', subject, ...objects] };
}

/** The title, brand and keywords of each entry; no two titles are alike. */
export function headings(seed: string): (key: string, categoryCode: CategoryCode) => Heading {
  const taken = new Set<string>();
  return (key, categoryCode) => {
    let attempt = 0;
    let heading = invent(`${seed}/title/${key}/${attempt}`, categoryCode);
    while (taken.has(heading.title))
      heading = invent(`${seed}/title/${key}/${++attempt}`, categoryCode);
    taken.add(heading.title);
    return heading;
  };
}
