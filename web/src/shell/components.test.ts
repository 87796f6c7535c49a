import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const source = path.dirname(import.meta.dirname);
const files = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !/\.(test|spec|d)\.ts$/.test(name))
  .map((name) => ({ name, text: fs.readFileSync(path.join(source, name), 'utf8') }));
const namesWhere = (wrong: (file: { name: string; text: string }) => boolean): string[] =>
  files.filter(wrong).map(({ name }) => name);

describe('the files of the web', () => {
  it('put no HTML in by hand and no style where the content policy forbids it', () => {
    expect(namesWhere(({ text }) => /v-html|innerHTML|\sstyle="/.test(text))).toEqual([]);
  });

  it('stay under 200 lines when they are components', () => {
    const long = namesWhere(
      ({ name, text }) => name.endsWith('.vue') && text.split('\n').length > 201,
    );
    expect(long).toEqual([]);
  });

  it('speak to the server only in queries', () => {
    const doors = /from '[./]*api\/(client|upload)'/;
    const callers = namesWhere(({ name, text }) => {
      const values = [...text.matchAll(/import (?!type )[^;]*;/g)].map(([line]) => line);
      const calls = values.some(
        (line) => doors.test(line) && /\b(api|upload)\b(?=[ ,}])/.test(line),
      );
      return calls && !/(^|[/-])queries\.ts$/.test(name) && !name.startsWith('api/');
    });
    expect(callers).toEqual([]);
  });
});
