import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingOf, fileName } from './file-name.js';

const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }))
  .map((points) => String.fromCodePoint(...points));

describe('a file is listed', () => {
  it.each([
    ['under its Chinese name', '案例正文.docx', 'docx', '案例正文.docx'],
    ['without the folders before it', '../../etc/passwd.pdf', 'pdf', 'passwd.pdf'],
    ['without a Windows path', 'C:\\Users\\张三\\照片.JPEG', 'jpg', '照片.jpg'],
    ['without a right-to-left trick', 'photo\u202egpj.exe.pdf', 'pdf', 'photogpj.exe.pdf'],
    ['without control characters', 'a\r\nb\0.pdf', 'pdf', 'ab.pdf'],
    ['without quotation marks', 'a"b.pdf', 'pdf', 'a_b.pdf'],
    ['under a made-up name when none is left', '.pdf', 'pdf', 'file.pdf'],
    ['under a made-up name for dots', '...', 'pdf', 'file.pdf'],
    ['under a composed name', 'e\u0301.pdf', 'pdf', 'é.pdf'],
    ['under at most 120 characters', `${'字'.repeat(300)}.pdf`, 'pdf', `${'字'.repeat(120)}.pdf`],
  ])('%s', (_how, sent, kind, listed) => {
    expect(fileName(sent, kind)).toBe(listed);
  });

  it('under a name that stays as it is, whatever was sent', () => {
    fc.assert(
      fc.property(anyText, (sent) => {
        const name = fileName(sent, 'pdf');
        expect(fileName(name, 'pdf')).toBe(name);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}"]|^\./u);
        expect(endingOf(name)).toBe('pdf');
      }),
    );
  });
});

it.each([
  ['a.PDF', 'pdf'],
  ['a.jpeg', 'jpg'],
  ['a.docx.exe', 'exe'],
  ['a.pdf ', 'pdf'],
  ['a', ''],
])('the ending of %s is %s', (name, ending) => {
  expect(endingOf(name)).toBe(ending);
});
