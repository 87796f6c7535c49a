import { describe, expect, it } from 'vitest';
import { configShape } from '../../../../src/programmes/rules/config-shape';
import { fusionCase } from '../../../../src/programmes/rules/templates/fusion-case';
import { freeKey, judgingParts, judgingValues } from './judging-values';

const { config } = fusionCase;

describe('the values of the judging screen', () => {
  it('say nothing new when nothing was typed', () => {
    expect({ ...config, ...judgingParts(judgingValues(config), config) }).toEqual(config);
  });

  it('turn the hearing of judges far apart on and off, and keep its figures', () => {
    const values = judgingValues(config);
    values.aggregation.hearsAgain = true;
    const on = { ...config, ...judgingParts(values, config) };
    expect(configShape(on, '')).toEqual([]);
    expect(on.aggregation.spread.flow).toBeDefined();
    expect({ ...on, ...judgingParts(judgingValues(on), on) }).toEqual(on);
    const off = judgingValues(on);
    off.aggregation.hearsAgain = false;
    expect(judgingParts(off, on).aggregation.spread).toEqual(config.aggregation.spread);
  });

  it('keep rubrics of other kinds', () => {
    const list = { kind: 'checklist', indicators: [], bonusCap: 0 } as const;
    const mixed = { ...config, rubrics: { ...config.rubrics, list } };
    expect(judgingParts(judgingValues(mixed), mixed).rubrics).toEqual(mixed.rubrics);
  });

  it('are refused where a number is missing, at its field', () => {
    const values = judgingValues(config);
    values.rubrics['fusion-dy']!.criteria[0]!.max = null;
    values.panel.perEntry = null;
    expect(configShape({ ...config, ...judgingParts(values, config) }, '')).toEqual([
      { path: '/rubrics/fusion-dy/criteria/0/max', code: 'wrong-type' },
      { path: '/panel/perEntry', code: 'wrong-type' },
    ]);
  });

  it('name a new criterion as none is named', () => {
    expect([freeKey('c', ['c1', 'c3']), freeKey('c', [])]).toEqual(['c4', 'c1']);
  });
});
