import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../platform/pure/seeded-random.js';
import { assign } from './assignment.js';
import type { AssignmentProblem } from './assignment-shapes.js';
import { type Computed, computeAssignment, type Step } from './compute-assignment.js';

/** Entries and judges of three categories, every fifth pair forbidden. */
function problem(judges: number, part: Partial<AssignmentProblem> = {}): AssignmentProblem {
  const random = seededRandom(`${judges}`);
  const rows = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      key: `${name}${at}`,
      categoryKey: 'ABC'.charAt(at % 3),
      groupKey: `group${at % 5}`,
    }));
  const sides = { entries: rows('e', 18), judges: rows('j', judges) };
  const forbidden = sides.entries.flatMap(({ key: entry }) =>
    sides.judges.flatMap(({ key: judge }) =>
      random.below(5) === 0 ? [{ entry, judge, reason: 'kin' }] : [],
    ),
  );
  return { ...sides, forbidden, kept: [], perEntry: 3, seed: 'seed', ...part };
}

function run(given: AssignmentProblem): { steps: Step[]; computed: Computed } {
  const computing = computeAssignment(given);
  const steps: Step[] = [];
  let next = computing.next();
  for (; !next.done; next = computing.next()) steps.push(next.value);
  return { steps, computed: next.value };
}

describe('the computation of an assignment', () => {
  it('finds what one computation of all categories finds, and says how far it is', () => {
    const given = problem(30);
    const { steps, computed } = run(given);
    expect(computed).toEqual(assign(given));
    expect(steps.map(({ done, all }) => `${done}/${all}`)).toEqual([
      ...['0/6', '1/6', '2/6', '3/6', '4/6', '5/6', '6/6'],
    ]);
  });

  it('names every entry that lacks judges, of whatever category', () => {
    const given = problem(7);
    const decision = assign(given);
    const { computed } = run(given);
    if (decision.ok || decision.code !== 'not-enough-judges') throw new Error('it can be assigned');
    if (computed.ok || computed.code !== 'not-enough-judges') throw new Error('it was assigned');
    const groups = computed.lacks.flatMap((lack) => lack.groups);
    expect(groups.flatMap(({ entries }) => entries).sort()).toEqual(
      decision.shortfalls.map(({ entry }) => entry).sort(),
    );
    expect(computed.lacks.map(({ options }) => options.maxLoad)).toEqual(
      computed.lacks.map(() => null),
    );
  });

  it('deploys nothing that keeps a forbidden pair', () => {
    const given = problem(30);
    const [{ entry, judge } = { entry: '', judge: '' }] = given.forbidden;
    expect(run({ ...given, kept: [{ entry, judge }] }).computed).toMatchObject({
      ok: false,
      code: 'assignment-unsound',
    });
  });

  it('loses no kept pair of an entry that is not there', () => {
    const kept = [{ entry: 'e99', judge: 'j1' }];
    expect(run(problem(30, { kept })).computed).toMatchObject({
      ok: false,
      faults: [{ code: 'kept-pair-lost', about: 'e99 × j1' }],
    });
  });
});
