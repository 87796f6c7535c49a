import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Logger } from '../../platform/logging/logger.js';
import { SURROUNDINGS, type Surroundings } from '../../platform/surroundings.js';
import { SealLines } from '../use-cases/seal-lines.js';

const every = 1_000;

/** Seals new audit lines each second, in worker processes. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();

  constructor(
    @Inject(SURROUNDINGS) private readonly surroundings: Surroundings,
    private readonly sealLines: SealLines,
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
      this.#pass = this.#seal().finally(() => this.#timer && this.#schedule());
    }, every);
  }

  async #seal(): Promise<void> {
    try {
      await this.sealLines.run();
    } catch (error) {
      this.logger.write('error', 'audit sealer', { error: String(error) });
    }
  }
}
