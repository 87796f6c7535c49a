import { Injectable } from '@nestjs/common';
import { Handles, type Handler, type Work } from '../../platform/queue/handlers.js';
import { CompleteRun } from '../use-cases/complete-run.js';
import { categoryIdsOf, categoryJobs, runOf } from './run-jobs.js';

/** A closed round is tallied at once. */
@Injectable()
@Handles('judging.round-closed', 'tally', categoryJobs)
export class TallyClosedRoundJob implements Handler {
  constructor(private readonly completeRun: CompleteRun) {}

  run(work: Work): Promise<void> {
    return this.completeRun.run(runOf(work), categoryIdsOf(work.payload));
  }
}

/** And again whenever somebody asks. */
@Injectable()
@Handles('tally.run-requested', 'tally', categoryJobs)
export class TallyAgainJob implements Handler {
  constructor(private readonly completeRun: CompleteRun) {}

  run(work: Work): Promise<void> {
    return this.completeRun.run(runOf(work), categoryIdsOf(work.payload));
  }
}
