import { Inject, Injectable } from '@nestjs/common';
import { Logger } from '../../platform/logging/logger.js';
import { RepeatedWork } from '../../platform/queue/repeated-work.js';
import { SURROUNDINGS, type Surroundings } from '../../platform/surroundings.js';
import { SealLines } from '../use-cases/seal-lines.js';

/** Seals new audit lines each second. */
@Injectable()
export class AuditSealer extends RepeatedWork {
  protected readonly name = 'audit sealer';
  protected readonly pause = 1_000;

  constructor(
    @Inject(SURROUNDINGS) surroundings: Surroundings,
    logger: Logger,
    private readonly sealLines: SealLines,
  ) {
    super(surroundings, logger);
  }

  protected async pass(): Promise<void> {
    await this.sealLines.run();
  }
}
