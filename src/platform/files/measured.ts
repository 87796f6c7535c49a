import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { StoredBytes } from './file-store.js';

/** Counts and hashes the bytes that pass through. */
export class Measured extends Transform {
  readonly #hash = createHash('sha256');
  #size = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    this.#size += chunk.length;
    done(null, chunk);
  }

  /** What passed. Call it once, after the stream has ended. */
  result(): StoredBytes {
    return { size: this.#size, sha256: this.#hash.digest('hex') };
  }
}

export class TooManyBytes extends Error {
  constructor(readonly most: number) {
    super(`more than ${most} bytes`);
  }
}

/** Fails with `TooManyBytes` as soon as more than `most` bytes have come. */
export class ByteLimit extends Transform {
  #size = 0;

  constructor(private readonly most: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#size += chunk.length;
    if (this.#size > this.most) done(new TooManyBytes(this.most));
    else done(null, chunk);
  }
}
