import { describe, expect, it } from 'vitest';
import { configShape } from '../../../../src/programmes/rules/config-shape';
import { fusionCase } from '../../../../src/programmes/rules/templates/fusion-case';
import { resultsParts, resultsValues } from './results-values';

const { config } = fusionCase;
const rich = {
  ...config,
  title: { validYears: 5, midterm: true },
  documents: ['通知'],
  awards: [
    ...config.awards,
    {
      ...({ code: 'good', name: '优秀案例', rounding: 'ceil', minScore: null } as const),
      perCategory: { kind: 'ratio', perCent: 20 } as const,
    },
  ],
};

describe('the values of the screen of results', () => {
  it.each([
    ['the template', config],
    ['richer rules', rich],
  ])('say nothing new when nothing was typed: %s', (_what, rules) => {
    expect({ ...rules, ...resultsParts(resultsValues(rules)) }).toEqual(rules);
  });

  it('are refused where a number is missing, at its field', () => {
    const values = resultsValues(config);
    values.awards[0]!.amount = null;
    values.publicity.amount = null;
    values.retention[1]!.years = null;
    expect(configShape({ ...config, ...resultsParts(values) }, '')).toEqual([
      { path: '/awards/0/perCategory/value', code: 'wrong-type' },
      { path: '/publicity/amount', code: 'wrong-type' },
      { path: '/retention/1/years', code: 'wrong-type' },
    ]);
  });
});
