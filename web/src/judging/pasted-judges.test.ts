import { describe, expect, it } from 'vitest';
import { readJudges, repeated } from './pasted-judges';

const zhou = {
  code: 'DY-01',
  name: '\u5468\u654f',
  email: 'zhou@example.org',
  organisationCode: '430100',
  categoryCode: 'DY',
};
const line = 'DY-01\t\u5468\u654f\tzhou@example.org\t430100\tDY';

describe('pasted judges', () => {
  it.each([
    ['from a table', line],
    ['with commas and spaces', 'DY-01, \u5468\u654f, zhou@example.org, 430100 ,DY'],
    [
      'in full-width letters',
      '\uff24\uff39\uff0d\uff10\uff11\uff0c\u5468\u654f\uff0czhou@example.org\uff0c430100\uff0cDY',
    ],
  ])('are read %s', (_how, text) => {
    expect(readJudges(text)).toEqual([{ number: 1, row: zhou, faults: [] }]);
  });

  it('leave out the heading and empty lines, and keep the numbers of the lines', () => {
    const text = `\u7f16\u53f7\t\u59d3\u540d\t\u90ae\u7bb1\n\n${line}\r\n`;
    expect(readJudges(text).map(({ number }) => number)).toEqual([3]);
  });

  it('say which columns are wrong', () => {
    const text = 'DY\t\u5468\u654f\tzhou.example.org\t43\n';
    expect(readJudges(`${line}\n${text}`)[1]?.faults).toEqual([
      'code',
      'email',
      'organisationCode',
      'categoryCode',
    ]);
  });

  it('name the lines that come twice', () => {
    const lines = readJudges(
      `${line}\n${line.replace('DY-01', 'DY-02')}\n${line.replace('zhou', 'zhao')}`,
    );
    expect(repeated(lines)).toEqual([2, 3]);
  });
});
