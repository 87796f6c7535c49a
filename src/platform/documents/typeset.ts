import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../workers/worker-file.js';

export type TypesetOrder = {
  readonly id: number;
  readonly template: string;
  /** JSON. */
  readonly data: string;
  /** Seconds since 1970. */
  readonly at: number;
};
export type TypesetAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly error: string };

type Waiting = {
  readonly resolve: (pdf: Buffer) => void;
  readonly reject: (error: Error) => void;
};

/** Sets documents in type: Typst with the Noto serif and sans of the simplified Chinese script. */
@Injectable()
export class Typesetter implements OnApplicationShutdown {
  #worker: Worker | undefined;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /**
   * @param template Typst source, which reads `json.decode(sys.inputs.data)`: what people wrote is never markup
   * @param at the date in the document; the same template, data and date give the same bytes
   * @returns a PDF @throws Error with Typst's words when the template is wrong
   */
  set(template: string, data: unknown, at: Date): Promise<Buffer> {
    const id = ++this.#last;
    const order: TypesetOrder = {
      id,
      template,
      data: JSON.stringify(data),
      at: Math.floor(at.getTime() / 1000),
    };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#running().postMessage(order);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#worker?.terminate();
  }

  /** Started when first needed; a worker that died is replaced, and who waited for it is told. */
  #running(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(workerFile(import.meta.url, './typeset-worker.js'));
    worker.unref();
    worker.on('message', (answer: TypesetAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', (code) => this.#fail(new Error(`the typesetter ended with ${code}`)));
    this.#worker = worker;
    return worker;
  }

  #settle(answer: TypesetAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('pdf' in answer) waiting?.resolve(Buffer.from(answer.pdf));
    else waiting?.reject(new Error(answer.error));
  }

  #fail(error: Error): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
