import { Global, Module } from '@nestjs/common';
import { defineProblems } from '../platform/http/problems.js';
import { TallyData } from './data/tally-data.js';
import { tallyProblems } from './http/problems.js';
import { TallyController } from './http/tally.controller.js';
import { TallyAgainJob, TallyClosedRoundJob } from './jobs/complete-run.jobs.js';
import { TallyCategoryJob } from './jobs/tally-category.job.js';
import { Tally } from './public-api.js';
import { CategoryDesk } from './use-cases/category-desk.js';
import { CompleteRun } from './use-cases/complete-run.js';
import { ExportRun } from './use-cases/export-run.js';
import { NameEntries } from './use-cases/name-entries.js';
import { Recompute } from './use-cases/recompute.js';
import { RequestRun } from './use-cases/request-run.js';
import { ShowTally } from './use-cases/show-tally.js';
import { TallyCategory } from './use-cases/tally-category.js';
import { VerifyRun } from './use-cases/verify-run.js';

defineProblems('tally', tallyProblems);

@Global()
@Module({
  controllers: [TallyController],
  providers: [
    TallyData,
    { provide: Tally, useExisting: TallyData },
    CategoryDesk,
    NameEntries,
    Recompute,
    TallyCategory,
    CompleteRun,
    RequestRun,
    VerifyRun,
    ShowTally,
    ExportRun,
    TallyCategoryJob,
    TallyClosedRoundJob,
    TallyAgainJob,
  ],
  exports: [Tally],
})
export class TallyModule {}
