import JSZip from 'jszip';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { type ZippedFile, zipStream } from '../../src/platform/documents/zip-stream.js';

const at = new Date('2020-08-16T00:00:00Z');
const megabyte = 1024 * 1024;

it('opens one file after the other, and none before its reader asks', async () => {
  let opened = 0;
  async function* files(): AsyncGenerator<ZippedFile, void, void> {
    for (let nth = 0; nth < 60; nth++) {
      opened++;
      yield { name: `${nth}.bin`, bytes: Buffer.alloc(4 * megabyte, nth), store: true };
    }
  }
  const zip = zipStream(files(), at);
  let size = 0;
  let most = 0;
  for await (const chunk of zip) {
    size += (chunk as Buffer).length;
    most = Math.max(most, opened - Math.floor(size / (4 * megabyte)));
  }
  expect(size).toBeGreaterThan(240 * megabyte);
  expect(opened).toBe(60);
  expect(most).toBeLessThanOrEqual(3);
});

it('is the same archive for the same files', async () => {
  async function* files(): AsyncGenerator<ZippedFile, void, void> {
    yield { name: '长沙市/一.txt', bytes: Buffer.from('一') };
    yield { name: '长沙市/二.txt', bytes: Readable.from([Buffer.from('二')]), store: true };
  }
  const [one, other] = await Promise.all([
    buffer(zipStream(files(), at)),
    buffer(zipStream(files(), at)),
  ]);
  expect(one.equals(other)).toBe(true);
  const zip = await JSZip.loadAsync(one);
  expect(Object.keys(zip.files)).toEqual(['长沙市/一.txt', '长沙市/二.txt']);
});

it('breaks off with the error of a file that cannot be read', async () => {
  async function* files(): AsyncGenerator<ZippedFile, void, void> {
    yield { name: 'a.txt', bytes: Buffer.from('a') };
    yield {
      name: 'b.txt',
      bytes: new Readable({
        read() {
          this.destroy(new Error('the disk is gone'));
        },
      }),
    };
  }
  await expect(buffer(zipStream(files(), at))).rejects.toThrow('the disk is gone');
});
