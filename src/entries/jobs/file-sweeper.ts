import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Logger } from '../../platform/logging/logger.js';
import { SURROUNDINGS, type Surroundings } from '../../platform/surroundings.js';
import { SweepFiles } from '../use-cases/sweep-files.js';

const every = 20_000;

/** Puts the quarantine in order again and again, in worker processes. */
@Injectable()
export class FileSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();

  constructor(
    @Inject(SURROUNDINGS) private readonly surroundings: Surroundings,
    private readonly sweepFiles: SweepFiles,
    private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.surroundings.parts.worker) this.#schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#pass;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#pass = this.#sweep().finally(() => this.#timer && this.#schedule());
    }, every);
  }

  async #sweep(): Promise<void> {
    try {
      await this.sweepFiles.run();
    } catch (error) {
      this.logger.write('error', 'file sweeper', { error: String(error) });
    }
  }
}
