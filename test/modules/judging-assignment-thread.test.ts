import { describe, expect, it } from 'vitest';
import type { AssignmentProblem } from '../../src/judging/rules/assignment-shapes.js';
import { type Step, stepsOf } from '../../src/judging/rules/compute-assignment.js';
import { AssignmentThread } from '../../src/judging/use-cases/assignment-thread.js';

/** A province with so many entries and half as many judges in each of two categories. */
function problem(entries: number): AssignmentProblem {
  const rows = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      key: `${name}${at}`,
      categoryKey: 'AB'.charAt(at % 2),
      groupKey: `group${at % 14}`,
    }));
  const judges = rows('j', entries / 2);
  return { entries: rows('e', entries), judges, forbidden: [], kept: [], perEntry: 3, seed: 's' };
}

describe('the thread that computes assignments', () => {
  const thread = new AssignmentThread();

  it('tells how far it is and brings the proved result', async () => {
    const steps: Step[] = [];
    const given = problem(40);
    const wanted = new AbortController();
    const computed = await thread.solve(given, (step) => steps.push(step), wanted.signal);
    expect(computed.ok && computed.value.pairs.length).toBe(120);
    expect(steps.map(({ done }) => done)).toEqual([0, 1, 2, 3, 4]);
    expect(steps.every(({ all }) => all === stepsOf(given))).toBe(true);
  });

  it('ends at once when nobody waits any longer', async () => {
    const wanted = new AbortController();
    const solving = thread.solve(problem(2_000), () => wanted.abort(), wanted.signal);
    await expect(solving).rejects.toThrow('ended with 1');
  });

  it('does not begin when nobody waited from the beginning', async () => {
    const aborted = AbortSignal.abort();
    const solving = thread.solve(problem(40), () => undefined, aborted);
    await expect(solving).rejects.toThrow('ended with');
  });

  it('says that it broke off when the problem is none', async () => {
    const wanted = new AbortController();
    const broken = { ...problem(4), entries: null } as unknown as AssignmentProblem;
    await expect(thread.solve(broken, () => undefined, wanted.signal)).rejects.toThrow();
  });
});
