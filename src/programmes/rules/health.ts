import { beijingDate, type HolidayTable, noticeEnd } from '../../platform/pure/working-days.js';
import type { SelectionConfig } from './config.js';
import type { Fault } from './fault.js';
import { blockers, type Draft } from './opening.js';
import { recusalRules } from './recusal-rules.js';
import { validateConfig } from './validate-config.js';
import type { Windows } from './windows.js';

export type HealthKey =
  | 'windows'
  | 'submission-open'
  | 'closing-days'
  | 'rubrics'
  | 'form'
  | 'commitments'
  | 'scoring'
  | 'awards'
  | 'recusal'
  | 'other-rules'
  | 'quotas'
  | 'categories-placed'
  | 'units-placed'
  | 'places-for-awards'
  | 'units-staffed'
  | 'notice-calendar'
  | 'mail';

/** One thing that was looked at before the opening; a blocker stops it, a warning does not. */
export type HealthItem = {
  readonly key: HealthKey;
  readonly level: 'ok' | 'warning' | 'blocker';
  /** The places that contradict, as JSON pointers. */
  readonly faults: readonly Fault[];
  /** The units, categories or conflicts that it concerns. */
  readonly names: readonly string[];
};

type Named = { readonly id: string; readonly name: string };

export type HealthFacts = Draft & {
  readonly categories: readonly Named[];
  /** Every recommending unit. */
  readonly units: readonly Named[];
  readonly quotas: readonly {
    readonly unitId: string;
    readonly categoryId: string;
    readonly places: number;
  }[];
  /** Units with somebody who can recommend. */
  readonly staffedUnitIds: ReadonlySet<string>;
  /** Whether letters leave the house. */
  readonly hasMail: boolean;
  readonly holidays: HolidayTable;
};

/** Everything worth a look before the opening, in the order of the screens. Blockers are those of `blockers`. */
export function health(facts: HealthFacts, now: Date): HealthItem[] {
  const validated = validateConfig(facts.config);
  const config = validated.ok ? validated.config : undefined;
  return [
    ...calendarItems(facts, now),
    ...ruleItems(facts, now),
    ...(config ? policyItems(config) : []),
    ...placeItems(facts, config, now),
    ...surroundingItems(facts, config),
  ];
}

const item = (
  key: HealthKey,
  level: 'warning' | 'blocker',
  { faults = [], names = [] }: { faults?: readonly Fault[]; names?: readonly string[] },
): HealthItem => ({
  key,
  level: faults.length + names.length > 0 ? level : 'ok',
  faults,
  names,
});

const warned = (key: HealthKey, names: readonly string[]): HealthItem =>
  item(key, 'warning', { names });

const stopping = (facts: Draft, now: Date, code: string): readonly Fault[] =>
  blockers(facts, now).find((blocker) => blocker.code === code)?.faults ?? [];

function calendarItems(facts: HealthFacts, now: Date): HealthItem[] {
  const { windows, holidays } = facts;
  return [
    item('windows', 'blocker', { faults: stopping(facts, now, 'windows-disordered') }),
    item('submission-open', 'blocker', { faults: stopping(facts, now, 'submission-over') }),
    item('closing-days', 'warning', { faults: idleClosings(windows, holidays) }),
  ];
}

/** Ends of windows on a day off, when nobody answers the telephone; years without a table are not judged. */
const idleClosings = (windows: Windows, holidays: HolidayTable): Fault[] =>
  (['submission', 'recommendation', 'judging'] as const)
    .filter((name) => {
      const startsOn = beijingDate(windows[name].closesAt);
      const end = noticeEnd(holidays, {
        startsOn,
        amount: 1,
        unit: 'workday',
        countFirstDay: true,
      });
      return end.ok && end.value !== startsOn;
    })
    .map((name) => ({ path: `/windows/${name}/closesAt`, code: 'day-off' }));

const parts = {
  rubrics: ['rubrics', 'categories'],
  form: ['fields', 'bodyMaxWords', 'bodyTolerance', 'attachments'],
  scoring: ['aggregation', 'panel'],
  awards: ['awards'],
} as const;
type Part = keyof typeof parts;

const partOf = ({ path }: Fault): Part | 'other-rules' => {
  const first = path.split('/')[1] ?? '';
  const known = (Object.keys(parts) as Part[]).find((part) =>
    (parts[part] as readonly string[]).includes(first),
  );
  return known ?? 'other-rules';
};

function ruleItems(facts: HealthFacts, now: Date): HealthItem[] {
  const faults = stopping(facts, now, 'config-invalid');
  const of = (part: Part | 'other-rules'): HealthItem =>
    item(part, 'blocker', { faults: faults.filter((fault) => partOf(fault) === part) });
  const rest = of('other-rules');
  return [...(Object.keys(parts) as Part[]).map(of), ...(rest.level === 'ok' ? [] : [rest])];
}

/** Where nearly every selection keeps a judge away. */
const mustStepAside = ['same-unit', 'same-prefecture', 'took-part'] as const;

/** What is allowed but seldom meant: nothing is promised, nobody has to step aside. */
function policyItems({ fields, recusal }: SelectionConfig): HealthItem[] {
  const promised = fields.some(({ kind, required }) => kind === 'attestation' && required);
  const rules = recusalRules(recusal);
  return [
    item('commitments', 'warning', {
      faults: promised ? [] : [{ path: '/fields', code: 'no-commitment' }],
    }),
    warned(
      'recusal',
      mustStepAside.filter((kind) => rules[kind] === 'allow'),
    ),
  ];
}

function placeItems(
  facts: HealthFacts,
  config: SelectionConfig | undefined,
  now: Date,
): HealthItem[] {
  const { categories, units, quotas, staffedUnitIds } = facts;
  const placesIn = ({ id }: Named): number =>
    quotas.reduce((sum, { categoryId, places }) => sum + (categoryId === id ? places : 0), 0);
  const hasPlaces = ({ id }: Named): boolean =>
    quotas.some(({ unitId, places }) => unitId === id && places > 0);
  const empty = stopping(facts, now, 'quota-empty');
  const first = item('quotas', 'blocker', { faults: empty });
  if (empty.length > 0) return [first];
  const wanted = awarded(config);
  const placed = units.filter(hasPlaces);
  const names = (those: readonly Named[]): string[] => those.map(({ name }) => name);
  return [
    first,
    warned('categories-placed', names(categories.filter((one) => placesIn(one) === 0))),
    warned('units-placed', names(units.filter((unit) => !hasPlaces(unit)))),
    warned(
      'places-for-awards',
      names(categories.filter((one) => placesIn(one) > 0 && placesIn(one) < wanted)),
    ),
    warned('units-staffed', names(placed.filter(({ id }) => !staffedUnitIds.has(id)))),
  ];
}

/** How many of a category are selected by number; tiers by ratio fit themselves. */
const awarded = (config: SelectionConfig | undefined): number =>
  (config?.awards ?? []).reduce(
    (sum, { perCategory }) => sum + (perCategory.kind === 'count' ? perCategory.value : 0),
    0,
  );

function surroundingItems(
  { windows, holidays, hasMail }: HealthFacts,
  config: SelectionConfig | undefined,
): HealthItem[] {
  const mail = item('mail', 'warning', {
    faults: hasMail ? [] : [{ path: '/mail', code: 'mail-stays' }],
  });
  if (config === undefined) return [mail];
  const startsOn = beijingDate(windows.judging.closesAt);
  const end = noticeEnd(holidays, { ...config.publicity, startsOn });
  const faults = end.ok ? [] : [{ path: '/publicity', code: 'calendar-not-covered' }];
  return [item('notice-calendar', 'warning', { faults }), mail];
}
