import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { packedBytes, readZipDirectory } from './zip-directory.js';

const archive = async (): Promise<Buffer> => {
  const zip = new JSZip();
  zip.file('中文/甲.xml', '字'.repeat(1_000), { compression: 'DEFLATE' });
  zip.file('b.txt', 'stored', { compression: 'STORE' });
  return zip.generateAsync({ type: 'nodebuffer', comment: 'a comment at the end' });
};

describe('the directory of an archive', () => {
  it('is read without unpacking', async () => {
    const bytes = await archive();
    const directory = readZipDirectory(bytes);
    if (!directory.ok) throw new Error(directory.code);
    const files = directory.value.filter(({ size }) => size > 0);
    expect(files.map(({ name, method, size }) => [name, method, size])).toEqual([
      ['中文/甲.xml', 8, 3_000],
      ['b.txt', 0, 6],
    ]);
    expect(Buffer.from(packedBytes(bytes, files[1]!) ?? []).toString()).toBe('stored');
  });
  it('is refused when cut off anywhere, never thrown over', async () => {
    const bytes = await archive();
    for (let length = 0; length < bytes.length; length++)
      expect(readZipDirectory(bytes.subarray(0, length)).ok).toBe(false);
  });
  it('is never thrown over, whatever the bytes', async () => {
    const bytes = await archive();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = value;
        const directory = readZipDirectory(damaged);
        if (directory.ok) for (const entry of directory.value) packedBytes(damaged, entry);
      }),
    );
  });
});
