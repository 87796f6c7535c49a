import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { S3Config } from '../config/config.js';
import { demandSafeKey, FileStore, type StoredBytes } from './file-store.js';
import { Measured } from './measured.js';

/** Files in a bucket of an S3-compatible service. */
export class S3FileStore extends FileStore {
  readonly #client: S3Client;

  constructor(private readonly config: S3Config) {
    super();
    this.#client = new S3Client({
      endpoint: config.endpoint,
      region: config.region,
      forcePathStyle: config.endpoint !== undefined,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
    });
  }

  /** A failed upload is aborted, so no part of it remains. */
  async write(key: string, bytes: Readable): Promise<StoredBytes> {
    const measured = new Measured();
    const upload = new Upload({
      client: this.#client,
      params: { ...this.#at(key), Body: measured },
      leavePartsOnError: false,
    });
    const stored = upload.done();
    try {
      await Promise.all([pipeline(bytes, measured), stored]);
    } catch (error) {
      await upload.abort();
      await stored.catch(() => undefined);
      throw error;
    }
    return measured.result();
  }

  async read(key: string): Promise<Readable> {
    const { Body: body } = await this.#client.send(new GetObjectCommand(this.#at(key)));
    if (!(body instanceof Readable)) throw new Error(`no bytes under ${key}`);
    return body;
  }

  async has(key: string): Promise<boolean> {
    try {
      await this.#client.send(new HeadObjectCommand(this.#at(key)));
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand(this.#at(key)));
  }

  #at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.config.bucket, Key: demandSafeKey(key) };
  }
}
