import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fusionCase } from './templates/fusion-case.js';
import { validateConfig } from './validate-config.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const sound = fusionCase.config;
const copy = (): Json => JSON.parse(JSON.stringify(sound)) as Json;

/** The value at a pointer, and the object or list that holds it. */
function at(root: Json, path: string): { holder: Record<string, Json>; key: string; value: Json } {
  const keys = path.split('/').slice(1);
  const key = keys.pop() ?? '';
  const holder = keys.reduce<Json>(
    (node, part) => (node as Record<string, Json>)[part] as Json,
    root,
  ) as Record<string, Json>;
  return { holder, key, value: holder[key] as Json };
}

/** Pointers to everything inside, the root not included. */
const pointers = (node: Json, path = ''): string[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, member]) => [
        `${path}/${key}`,
        ...pointers(member, `${path}/${key}`),
      ])
    : [];

const problemsOf = (value: unknown): readonly { path: string; code: string }[] => {
  const validated = validateConfig(value);
  return validated.ok ? [] : validated.problems;
};

/** The sound config with the values at these pointers put in. */
const having = (...changes: readonly (readonly [path: string, value: Json])[]): Json => {
  const changed = copy();
  for (const [path, value] of changes) {
    const { holder, key } = at(changed, path);
    holder[key] = value;
  }
  return changed;
};

const rubric = '/rubrics/fusion-dy';
const lot = { by: 'lot' };

describe('a config', () => {
  it('is accepted as the template gives it', () => {
    expect(validateConfig(copy())).toEqual({ ok: true, config: sound });
  });

  it.each([[null], [[]], ['{}'], [7]])('is not %j', (value) => {
    expect(problemsOf(value)).toEqual([{ path: '', code: 'wrong-type' }]);
  });

  it.each([[0], [2], ['1'], [null]])('of version %j is not read any further', (version) => {
    expect(problemsOf({ version, surplus: true })).toEqual([
      { path: '/version', code: 'unknown-version' },
    ]);
  });

  it.each<[string, Json, { path: string; code: string }[]]>([
    [
      'criteria that do not make 100 points',
      having([`${rubric}/criteria/1/max`, 2450]),
      [{ path: `${rubric}/criteria`, code: 'criteria-sum' }],
    ],
    [
      'a step that does not divide a maximum',
      having([`${rubric}/criteria/0/max`, 1480], [`${rubric}/criteria/5/max`, 520]),
      [
        { path: `${rubric}/criteria/0/max`, code: 'step-not-dividing' },
        { path: `${rubric}/criteria/5/max`, code: 'step-not-dividing' },
      ],
    ],
    [
      'two categories of one code',
      having(['/categories/2/code', 'DY']),
      [{ path: '/categories/2/code', code: 'duplicate' }],
    ],
    [
      'two fields of one key',
      having(['/fields/3/key', 'abstract']),
      [{ path: '/fields/3/key', code: 'duplicate' }],
    ],
    [
      'two stages of one key',
      having(['/stages/1/key', 'collect']),
      [{ path: '/stages/1/key', code: 'duplicate' }],
    ],
    [
      'two vetoes of one code',
      having([`${rubric}/vetoes/1/code`, 'V1']),
      [{ path: `${rubric}/vetoes/1/code`, code: 'duplicate' }],
    ],
    [
      'a choice offered twice',
      having(['/fields/4/choices', ['公办', '公办']]),
      [{ path: '/fields/4/choices/1', code: 'duplicate' }],
    ],
    [
      'a tie broken by a criterion no rubric has',
      having(['/aggregation/tieChain/0/key', 'beauty']),
      [{ path: '/aggregation/tieChain/0/key', code: 'unknown-criterion' }],
    ],
    [
      'a tie broken by a criterion that one category lacks',
      having([`${rubric}/criteria/2/key`, 'novelty']),
      [{ path: '/aggregation/tieChain/1/key', code: 'unknown-criterion' }],
    ],
    [
      'a step of the tie chain twice, the lot before the end',
      having(['/aggregation/tieChain/3', lot]),
      [
        { path: '/aggregation/tieChain/7', code: 'duplicate' },
        { path: '/aggregation/tieChain/3', code: 'lot-not-last' },
      ],
    ],
    [
      'a category with an unknown rubric',
      having(['/categories/0/rubricKey', 'lost'], ['/aggregation/tieChain', [lot]]),
      [{ path: '/categories/0/rubricKey', code: 'unknown-rubric' }],
    ],
    [
      'three judges whose extremes are dropped',
      having(['/panel/perEntry', 3]),
      [{ path: '/panel/perEntry', code: 'trim-needs-four' }],
    ],
    [
      'least words over most words',
      having(['/fields/0/minWords', 321]),
      [{ path: '/fields/0/minWords', code: 'min-over-max' }],
    ],
    [
      'least keywords over most keywords',
      having(['/fields/1/minItems', 6]),
      [{ path: '/fields/1/minItems', code: 'min-over-max' }],
    ],
    [
      'least files over most files',
      having(['/attachments/0/min', 2]),
      [{ path: '/attachments/0/min', code: 'min-over-max' }],
    ],
    [
      'sections that cannot fit into the body',
      having(['/fields/12/minWords', 400], ['/bodyMaxWords', 300]),
      [{ path: '/bodyMaxWords', code: 'min-over-max' }],
    ],
    [
      'comments for everyone twice',
      having([`${rubric}/comment/belowTotal`, 9001]),
      [{ path: `${rubric}/comment/belowTotal`, code: 'min-over-max' }],
    ],
    [
      'a warning later than the recheck, and that later than the arbiter',
      having(['/aggregation/spread/warn', 1600], ['/aggregation/spread/arbitrate', 1400]),
      [
        { path: '/aggregation/spread/warn', code: 'min-over-max' },
        { path: '/aggregation/spread/recheck', code: 'min-over-max' },
      ],
    ],
    [
      'people whom judges would see in a blind selection',
      having(['/fields/8/identifying', false]),
      [{ path: '/fields/8/identifying', code: 'identifying-not-marked' }],
    ],
    [
      'choices for a text',
      having(['/fields/9/choices', ['甲', '乙']]),
      [{ path: '/fields/9/choices', code: 'choices-unused' }],
    ],
    [
      'awards for more than everyone',
      having(['/awards/0/perCategory', { kind: 'ratio', perCent: 60 }], ['/awards/1', second()]),
      [{ path: '/awards', code: 'over-hundred-per-cent' }],
    ],
  ])('is refused with %s', (_what, config, problems) => {
    expect(problemsOf(config)).toEqual(problems);
  });

  it('is refused with a choice that offers nothing', () => {
    const config = copy();
    delete at(config, '/fields/4/choices').holder['choices'];
    expect(problemsOf(config)).toEqual([{ path: '/fields/4/choices', code: 'choices-missing' }]);
  });

  function second(): Json {
    const perCategory = { kind: 'ratio', perCent: 41 };
    return { ...(at(copy(), '/awards/0').value as object), code: 'good', perCategory };
  }
});

/** What may be absent, and rubrics, whose absence shows where they are named. */
const mayBeAbsent =
  /\/fields\/\d+\/(note|minWords|maxWords|tolerance|minItems|maxItems)$|^\/rubrics\/[^/]+$/;

describe('any damage to a config', () => {
  const paths = pointers(copy());
  const leaves = paths.filter((path) => typeof at(copy(), path).value !== 'object');
  const numbers = leaves.filter((path) => typeof at(copy(), path).value === 'number');
  const texts = leaves.filter((path) => typeof at(copy(), path).value === 'string');
  const objects = paths.filter((path) => {
    const { value } = at(copy(), path);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  });
  const removable = paths.filter(
    (path) => !mayBeAbsent.test(path) && !Array.isArray(at(copy(), path).holder),
  );

  const isFound = (config: Json, path: string): void => {
    expect(problemsOf(config).filter((problem) => problem.path.startsWith(path))).not.toEqual([]);
  };

  it.each<[string, string[], (path: string) => Json]>([
    ['a value of another kind', leaves, (path) => having([path, {}])],
    ['a list in place of an object', objects, (path) => having([path, []])],
    ['a member too many', objects, (path) => having([`${path}/surplus`, true])],
    ['half a number', numbers, (path) => having([path, (at(copy(), path).value as number) + 0.5])],
    ['a number below nothing', numbers, (path) => having([path, -1])],
    ['no text where there must be some', texts, (path) => having([path, ' '])],
    [
      'a member missing',
      removable,
      (path) => {
        const config = copy();
        const { holder, key } = at(config, path);
        delete holder[key];
        return config;
      },
    ],
  ])('is found: %s', (_what, places, damage) => {
    expect(places.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...places), (path) => isFound(damage(path), path)),
      { numRuns: 150 },
    );
  });

  it('never makes the validator fail', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const { ok } = validateConfig(having([path, value as Json]));
        expect([true, false]).toContain(ok);
      }),
      { numRuns: 300 },
    );
  });
});
