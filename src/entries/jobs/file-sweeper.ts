import { Inject, Injectable } from '@nestjs/common';
import { Logger } from '../../platform/logging/logger.js';
import { RepeatedWork } from '../../platform/queue/repeated-work.js';
import { SURROUNDINGS, type Surroundings } from '../../platform/surroundings.js';
import { SweepFiles } from '../use-cases/sweep-files.js';

/** Puts the quarantine in order. */
@Injectable()
export class FileSweeper extends RepeatedWork {
  protected readonly name = 'file sweeper';
  protected readonly pause = 20_000;

  constructor(
    @Inject(SURROUNDINGS) surroundings: Surroundings,
    logger: Logger,
    private readonly sweepFiles: SweepFiles,
  ) {
    super(surroundings, logger);
  }

  protected async pass(): Promise<void> {
    await this.sweepFiles.run();
  }
}
