import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../workers/worker-file.js';
import type { DocxContent } from './docx-blocks.js';

/** Milliseconds. */
const patience = 20_000;
const memory = { maxOldGenerationSizeMb: 256 };

/** Reads Word documents, one at a time, each in a thread of its own that ends with it. */
@Injectable()
export class DocxReader implements OnApplicationShutdown {
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | undefined;

  /**
   * @param bytes of a docx file whose layout was found harmless
   * @returns null for a document that is damaged, or takes more time or memory than any honest one
   */
  read(bytes: Buffer): Promise<DocxContent | null> {
    const reading = this.#last.then(() => this.#read(bytes));
    this.#last = reading;
    return reading;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#worker?.terminate();
  }

  #read(bytes: Buffer): Promise<DocxContent | null> {
    const url = workerFile(import.meta.url, './read-docx-worker.js');
    const worker = new Worker(url, { workerData: new Uint8Array(bytes), resourceLimits: memory });
    this.#worker = worker;
    return new Promise((resolve) => {
      const late = setTimeout(() => void worker.terminate(), patience);
      worker.once('message', resolve);
      worker.once('error', () => resolve(null));
      worker.once('exit', () => {
        clearTimeout(late);
        resolve(null);
      });
    });
  }
}
