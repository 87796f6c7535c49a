import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskFileStore } from '../../src/platform/files/disk-file-store.js';
import type { FileStore } from '../../src/platform/files/file-store.js';
import { ByteLimit, TooManyBytes } from '../../src/platform/files/measured.js';
import { piecesOf } from '../../src/platform/files/pieces.js';
import { beginningOf, fileOf } from '../../src/platform/files/readable-file.js';
import { S3FileStore } from '../../src/platform/files/s3-file-store.js';
import { startS3, type S3Server } from '../support/s3.js';

let folder: string;
let s3: S3Server;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'linxuan-files-'));
  s3 = await startS3(path.join(folder, 's3'));
});

afterAll(async () => {
  await s3.stop();
  await fs.rm(folder, { recursive: true, force: true });
});

const stores: [string, () => FileStore][] = [
  ['a folder', () => new DiskFileStore(path.join(folder, 'disk'))],
  ['a bucket', () => new S3FileStore(s3.config)],
];

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Gives some bytes in pieces, then fails as a broken connection does. */
function breakingOff(bytes: Buffer): Readable {
  function* pieces(): Generator<Buffer> {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
    throw new Error('the connection broke');
  }
  return Readable.from(pieces());
}

describe.each(stores)('a file store in %s', (_where, open) => {
  // The S3 client sends 5 MiB at a time: one file below that, one of several parts.
  it.each([
    ['empty', 0],
    ['small', 1_000],
    ['of several parts', 12_000_000],
  ])('gives back a file that is %s, and has measured it', async (name, size) => {
    const store = open();
    const key = `whole/${name.replaceAll(' ', '-')}.bin`;
    const bytes = randomBytes(size);
    expect(await store.write(key, Readable.from([bytes]))).toEqual({
      size,
      sha256: sha256(bytes),
    });
    expect(await store.has(key)).toBe(true);
    expect(sha256(await buffer(await store.read(key)))).toBe(sha256(bytes));
  });

  it('puts parts together under one key, and gives their beginning without the rest', async () => {
    const store = open();
    const bytes = randomBytes(9_000_000);
    const parts: { storageKey: string; size: number }[] = [];
    for await (const piece of piecesOf(Readable.from([bytes]), 4_000_000)) {
      const storageKey = `parts/${parts.length}`;
      const { size } = await store.write(storageKey, Readable.from([piece]));
      parts.push({ storageKey, size });
    }
    expect(parts.map(({ size }) => size)).toEqual([4_000_000, 4_000_000, 1_000_000]);
    const file = fileOf(store, parts);
    expect(await store.write('together/whole', await file.read())).toEqual({
      size: bytes.length,
      sha256: sha256(bytes),
    });
    expect((await beginningOf(file, 64)).equals(bytes.subarray(0, 64))).toBe(true);
  });

  it('is given what came before a break, then the break', async () => {
    const got: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const piece of piecesOf(breakingOff(randomBytes(100_000)), 70_000))
        got.push(piece.length);
    };
    await expect(reading()).rejects.toThrow('the connection broke');
    expect(got).toEqual([70_000, 30_000]);
  });

  it.each([
    ['early', 100_000],
    ['late', 12_000_000],
  ])('keeps nothing of a stream that breaks off %s', async (when, size) => {
    const store = open();
    const key = `broken/${when}.bin`;
    await expect(store.write(key, breakingOff(randomBytes(size)))).rejects.toThrow('broke');
    expect(await store.has(key)).toBe(false);
    await expect(store.read(key)).rejects.toThrow();
  });

  it('keeps the file that lies there when a second stream to its key breaks off', async () => {
    const store = open();
    await store.write('kept.bin', Readable.from([Buffer.from('first')]));
    await expect(store.write('kept.bin', breakingOff(randomBytes(10)))).rejects.toThrow('broke');
    expect((await buffer(await store.read('kept.bin'))).toString()).toBe('first');
  });

  it('keeps nothing of a stream that is longer than its limit', async () => {
    const store = open();
    const limited = Readable.from([randomBytes(700), randomBytes(700)]).compose(
      new ByteLimit(1_000),
    );
    await expect(store.write('limited.bin', limited as Readable)).rejects.toThrow(TooManyBytes);
    expect(await store.has('limited.bin')).toBe(false);
  });

  it('removes a file, and minds no file that is not there', async () => {
    const store = open();
    await store.write('gone.bin', Readable.from([Buffer.from('x')]));
    await store.remove('gone.bin');
    expect(await store.has('gone.bin')).toBe(false);
    await store.remove('gone.bin');
  });

  it.each(['../outside', '/outside', 'a//b', 'a/../b', '', 'Ä', '.hidden'])(
    'refuses the key "%s", which none of ours is',
    async (key) => {
      await expect(open().write(key, Readable.from([Buffer.from('x')]))).rejects.toThrow('unsafe');
    },
  );
});

describe('a byte limit', () => {
  it.each([
    [999, false],
    [1_000, false],
    [1_001, true],
  ])('of 1000 bytes, given %i, fails: %s', async (size, fails) => {
    const limited = Readable.from([randomBytes(size)]).compose(new ByteLimit(1_000));
    const read = buffer(limited as Readable);
    if (fails) await expect(read).rejects.toThrow(TooManyBytes);
    else expect((await read).length).toBe(size);
  });
});

describe('files in a folder', () => {
  it('leaves no unfinished file behind', async () => {
    const root = path.join(folder, 'disk');
    await expect(
      new DiskFileStore(root).write('left.bin', breakingOff(randomBytes(200_000))),
    ).rejects.toThrow('broke');
    expect(await fs.readdir(path.join(root, '.unfinished'))).toEqual([]);
  });
});
