import type { Readable } from 'node:stream';

export type StoredBytes = {
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal, of exactly the bytes that were stored. */
  readonly sha256: string;
};

/** Where bytes lie: a folder or an S3-compatible service. Keys are slash-separated names of ours, never a user's. */
export abstract class FileStore {
  /**
   * Stores a stream under a new key, hashing on the way. All or nothing: when the stream fails,
   * nothing lies under the key.
   */
  abstract write(key: string, bytes: Readable): Promise<StoredBytes>;
  /** @throws when nothing lies under the key */
  abstract read(key: string): Promise<Readable>;
  abstract has(key: string): Promise<boolean>;
  /** Removing what is not there is no error. */
  abstract remove(key: string): Promise<void>;
}

const safeKey = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

/** @throws Error when a key could leave the store: keys are made by the program, so this is a bug */
export function demandSafeKey(key: string): string {
  if (!safeKey.test(key)) throw new Error(`unsafe file key: ${key}`);
  return key;
}
