import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from '../logging/logger.js';
import type { Surroundings } from '../surroundings.js';

/** Work that worker processes do again and again. What fails is logged and tried again after the pause. */
export abstract class RepeatedWork implements OnApplicationBootstrap, OnApplicationShutdown {
  /** What the log calls it. */
  protected abstract readonly name: string;
  /** Milliseconds from the end of one pass to the beginning of the next. */
  protected abstract readonly pause: number;
  #timer: NodeJS.Timeout | undefined;
  #pass: Promise<void> = Promise.resolve();

  constructor(
    private readonly surroundings: Surroundings,
    private readonly logger: Logger,
  ) {}

  protected abstract pass(): Promise<void>;

  onApplicationBootstrap(): void {
    if (this.surroundings.parts.worker) this.#schedule();
  }

  /** Waits for a pass that is under way. */
  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#pass;
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      this.#pass = this.#attempt().finally(() => this.#timer && this.#schedule());
    }, this.pause);
  }

  async #attempt(): Promise<void> {
    try {
      await this.pass();
    } catch (error) {
      this.logger.write('error', this.name, { error: String(error) });
    }
  }
}
