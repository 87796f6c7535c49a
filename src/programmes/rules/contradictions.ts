import type { FieldDef, Rubric, SelectionConfig } from './config.js';
import type { ConfigProblem, ConfigProblemCode } from './shape.js';

type Weighted = Extract<Rubric, { kind: 'weighted' }>;

const hundredPoints = 10_000;

const when = (wrong: boolean, path: string, code: ConfigProblemCode): ConfigProblem[] =>
  wrong ? [{ path, code }] : [];

/** Every name that was already given to an earlier item of the list. */
const duplicates = (
  names: readonly string[],
  path: string,
  member: string | null,
): ConfigProblem[] =>
  names.flatMap((name, index) =>
    when(
      names.indexOf(name) !== index,
      [path, String(index), ...(member === null ? [] : [member])].join('/'),
      'duplicate',
    ),
  );

const criteriaOf = (rubric: Rubric | undefined): readonly string[] =>
  rubric?.kind === 'weighted' ? rubric.criteria.map(({ key }) => key) : [];

function fieldFaults(field: FieldDef, path: string, isBlind: boolean): ConfigProblem[] {
  const { kind, choices, minWords, maxWords, minItems, maxItems } = field;
  const over = (least = 0, most = Infinity): boolean => least > most;
  return [
    ...when(over(minWords, maxWords), `${path}/minWords`, 'min-over-max'),
    ...when(over(minItems, maxItems), `${path}/minItems`, 'min-over-max'),
    ...when(kind === 'choice' && !choices, `${path}/choices`, 'choices-missing'),
    ...when(kind !== 'choice' && choices !== undefined, `${path}/choices`, 'choices-unused'),
    ...when(
      isBlind && kind === 'people' && !field.identifying,
      `${path}/identifying`,
      'identifying-not-marked',
    ),
    ...duplicates(choices ?? [], `${path}/choices`, null),
  ];
}

function weightedFaults(rubric: Weighted, path: string): ConfigProblem[] {
  const { criteria, step, vetoes, comment } = rubric;
  const sum = criteria.reduce((total, { max }) => total + max, 0);
  return [
    ...duplicates(criteriaOf(rubric), `${path}/criteria`, 'key'),
    ...duplicates(
      vetoes.map((veto) => veto.code),
      `${path}/vetoes`,
      'code',
    ),
    ...when(sum !== hundredPoints, `${path}/criteria`, 'criteria-sum'),
    ...criteria.flatMap(({ max }, index) =>
      when(max % step !== 0, `${path}/criteria/${index}/max`, 'step-not-dividing'),
    ),
    ...when(comment.belowTotal > comment.fromTotal, `${path}/comment/belowTotal`, 'min-over-max'),
  ];
}

function rubricFaults(rubric: Rubric, path: string): ConfigProblem[] {
  if (rubric.kind === 'weighted') return weightedFaults(rubric, path);
  const codes = rubric.indicators.map(({ code }) => code);
  return [
    ...duplicates(codes, `${path}/indicators`, 'code'),
    // Parents stand before their children, so a tree cannot run in a circle.
    ...rubric.indicators.flatMap(({ parentCode }, index) =>
      when(
        parentCode !== null && !codes.slice(0, index).includes(parentCode),
        `${path}/indicators/${index}/parentCode`,
        'unknown-parent',
      ),
    ),
  ];
}

const tieFaults = ({ aggregation, categories, rubrics }: SelectionConfig): ConfigProblem[] => [
  ...duplicates(
    aggregation.tieChain.map((step) => JSON.stringify(step)),
    '/aggregation/tieChain',
    null,
  ),
  ...aggregation.tieChain.flatMap((step, index) => {
    const path = `/aggregation/tieChain/${index}`;
    if (step.by === 'lot')
      return when(index !== aggregation.tieChain.length - 1, path, 'lot-not-last');
    if (step.by !== 'criterion') return [];
    const known = categories.every(({ rubricKey }) =>
      criteriaOf(rubrics[rubricKey]).includes(step.key),
    );
    return when(!known, `${path}/key`, 'unknown-criterion');
  }),
];

function awardFaults({ awards }: SelectionConfig): ConfigProblem[] {
  const perCent = awards.reduce(
    (sum, { perCategory }) => sum + (perCategory.kind === 'ratio' ? perCategory.perCent : 0),
    0,
  );
  return when(perCent > 100, '/awards', 'over-hundred-per-cent');
}

const judgingFaults = ({ aggregation, panel }: SelectionConfig): ConfigProblem[] => [
  ...when(
    aggregation.method.kind === 'trim' && panel.perEntry < 4,
    '/panel/perEntry',
    'trim-needs-four',
  ),
  ...when(
    aggregation.spread.warn > aggregation.spread.recheck,
    '/aggregation/spread/warn',
    'min-over-max',
  ),
  ...when(
    aggregation.spread.recheck > aggregation.spread.arbitrate,
    '/aggregation/spread/recheck',
    'min-over-max',
  ),
];

function formFaults(config: SelectionConfig): ConfigProblem[] {
  const sections = config.fields.filter(({ kind }) => kind === 'section');
  const leastWords = sections.reduce((sum, { minWords = 0 }) => sum + minWords, 0);
  return [
    ...config.fields.flatMap((field, index) =>
      fieldFaults(field, `/fields/${index}`, config.anonymity !== 'none'),
    ),
    ...when(leastWords > (config.bodyMaxWords ?? Infinity), '/bodyMaxWords', 'min-over-max'),
    ...config.attachments.flatMap(({ min, max }, index) =>
      when(min > max, `/attachments/${index}/min`, 'min-over-max'),
    ),
  ];
}

const nameFaults = (config: SelectionConfig): ConfigProblem[] => [
  ...duplicates(config.chain, '/chain', null),
  ...duplicates(
    config.categories.map(({ code }) => code),
    '/categories',
    'code',
  ),
  ...(['fields', 'attachments', 'stages'] as const).flatMap((part) =>
    duplicates(
      config[part].map(({ key }) => key),
      `/${part}`,
      'key',
    ),
  ),
  ...duplicates(
    config.awards.map(({ code }) => code),
    '/awards',
    'code',
  ),
];

/** What in a well-shaped config contradicts something else in it. */
export const contradictions = (config: SelectionConfig): ConfigProblem[] => [
  ...nameFaults(config),
  ...config.categories.flatMap(({ rubricKey }, index) =>
    when(
      !Object.hasOwn(config.rubrics, rubricKey),
      `/categories/${index}/rubricKey`,
      'unknown-rubric',
    ),
  ),
  ...Object.entries(config.rubrics).flatMap(([key, rubric]) =>
    rubricFaults(rubric, `/rubrics/${key}`),
  ),
  ...formFaults(config),
  ...tieFaults(config),
  ...judgingFaults(config),
  ...awardFaults(config),
];
