import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { TallyCategory } from '../use-cases/tally-category.js';
import { categoryJob, runOf } from './run-jobs.js';

/** One category of a run; the run's own job follows when all categories are done. */
@Injectable()
@Handles(categoryJob, 'tally')
export class TallyCategoryJob implements Handler {
  constructor(private readonly tallyCategory: TallyCategory) {}

  run(work: Work): Promise<void> {
    return this.tallyCategory.run(runOf(work), String(work.payload['categoryId']));
  }
}
