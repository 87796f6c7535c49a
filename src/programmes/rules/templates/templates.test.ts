import { describe, expect, it } from 'vitest';
import { validateConfig } from '../validate-config.js';
import type { Rubric } from '../config.js';
import { templateOf, templates } from './templates.js';

const weighted = (rubric: Rubric | undefined): Extract<Rubric, { kind: 'weighted' }> => {
  if (rubric?.kind !== 'weighted') throw new Error('not a weighted rubric');
  return rubric;
};

describe('every shipped template', () => {
  it.each(templates.map((template) => [template.key, template] as const))(
    '%s can be run as it is and names itself',
    (key, template) => {
      expect(validateConfig(structuredClone(template.config))).toEqual({
        ok: true,
        config: template.config,
      });
      expect([template.config.templateKey, templateOf(key)]).toEqual([key, template]);
    },
  );

  it('is found by its key and by no other', () => {
    expect(templateOf('toString')).toBeUndefined();
  });
});

describe('the fusion case', () => {
  const config = templateOf('fusion-case')?.config;

  it('asks for what schools write, in this order', () => {
    expect(config?.fields.map(({ key }) => key)).toEqual([
      ...['abstract', 'keywords', 'stage', 'schoolType', 'ownership', 'locale'],
      ...['practiceFrom', 'practiceTo', 'contributors'],
      ...['contactName', 'contactPhone', 'contactEmail'],
      ...['background', 'practice', 'effect', 'insight', 'originality'],
    ]);
  });

  it('shows a judge nobody who made it', () => {
    const hidden = config?.fields.filter(({ identifying }) => identifying).map(({ key }) => key);
    expect(hidden).toEqual(['contributors', 'contactName', 'contactPhone', 'contactEmail']);
    expect(config?.attachments.map(({ key, judgesSee }) => [key, judgesSee])).toEqual([
      ['body', true],
      ['stamped-form', false],
      ['photo', true],
    ]);
  });

  it('weighs six criteria, in the same way in every category', () => {
    for (const { rubricKey } of config?.categories ?? [])
      expect(
        weighted(config?.rubrics[rubricKey]).criteria.map(({ key, max }) => [key, max]),
      ).toEqual([
        ['political', 1500],
        ['fusion', 2500],
        ['innovation', 2000],
        ['effect', 2000],
        ['replicability', 1500],
        ['writing', 500],
      ]);
  });

  it('tells every band of every criterion, and fusion in the words of each category', () => {
    const rubrics = Object.values(config?.rubrics ?? {}).map(weighted);
    for (const { criteria } of rubrics)
      for (const { anchors } of criteria)
        expect(anchors.map(({ band }) => band)).toEqual(['优秀', '良好', '一般', '较差']);
    const best = rubrics.map(({ criteria }) => criteria[1]?.anchors[0]?.text);
    expect(new Set(best).size).toBe(3);
  });
});
