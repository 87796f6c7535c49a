import type { Payload } from '../../platform/pure/payload.js';
import type { ChildJob, Work } from '../../platform/queue/handlers.js';
import type { RunOf } from '../use-cases/tally-category.js';

export const categoryJob = 'tally.tally-category';

/** The outbox row that asks for a run is the run's id, so that no retry makes another run. */
export const runOf = ({ id, payload }: Work): RunOf => ({
  id,
  programmeId: String(payload['programmeId']),
  roundId: String(payload['roundId']),
});

export function categoryIdsOf(payload: Payload): string[] {
  const { categoryIds } = payload;
  if (!Array.isArray(categoryIds)) throw new Error('the event names no categories');
  return categoryIds.map(String);
}

/** One job a category. */
export const categoryJobs = (payload: Payload): ChildJob[] =>
  categoryIdsOf(payload).map((categoryId) => ({
    name: categoryJob,
    key: categoryId,
    payload: {
      programmeId: String(payload['programmeId']),
      roundId: String(payload['roundId']),
      categoryId,
    },
  }));
