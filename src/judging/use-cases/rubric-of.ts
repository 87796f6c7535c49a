import { Refused } from '../../platform/refusal/refused.js';
import type { ProgrammeFacts } from '../../programmes/public-api.js';

type Rubric = ProgrammeFacts['config']['rubrics'][string];
export type WeightedRubric = Extract<Rubric, { readonly kind: 'weighted' }>;

/** The rubric judges of a category score by. @throws Refused judging.rubric-not-weighted */
export function rubricOf(programme: ProgrammeFacts, categoryId: string): WeightedRubric {
  const category = programme.categories.find(({ id }) => id === categoryId);
  const rubric = programme.config.rubrics[category?.rubricKey ?? ''];
  if (rubric?.kind !== 'weighted')
    throw new Refused('judging.rubric-not-weighted', { category: category?.name ?? '' });
  return rubric;
}
