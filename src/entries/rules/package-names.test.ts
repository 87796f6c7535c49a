import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folderOf, GivenNames, safeName } from './package-names.js';

describe('a name in a package', () => {
  it.each([
    ['长沙市+红烛领航', '长沙市+红烛领航'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['..', '_'],
    ['C:\\Windows\\x.docx', 'C__Windows_x.docx'],
    ['a\u202egnp.exe', 'a_gnp.exe'],
    ['“党建”：育人?.pdf', '“党建”：育人_.pdf'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['  尾部空格和点. . ', '尾部空格和点'],
    ['\0', '_'],
    ['', '_'],
    ['𬍛的案例', '𬍛的案例'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('is always one part of a path, short enough, and the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name);
        expect(safe).not.toMatch(/[/\\\0:]/);
        expect(['', '.', '..']).not.toContain(safe);
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(181);
        expect(safeName(safe)).toBe(safe);
      }),
    );
  });

  it('is given once, whatever its capitals', () => {
    const names = new GivenNames();
    const given = ['A.pdf', 'a.PDF', 'a/pdf', 'A.pdf', '案例', '案例'].map((name) =>
      names.give(name),
    );
    expect(given).toEqual(['A.pdf', 'a（2）.PDF', 'a_pdf', 'A（3）.pdf', '案例', '案例（2）']);
  });

  it('never meets another', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 40 }), (wanted) => {
        const names = new GivenNames();
        const given = wanted.map((name) => names.give(name).toLowerCase());
        expect(new Set(given).size).toBe(wanted.length);
      }),
    );
  });

  it('of a folder says the prefecture and the case', () => {
    expect(folderOf('长沙市', '红烛领航')).toBe('长沙市+红烛领航');
  });
});
