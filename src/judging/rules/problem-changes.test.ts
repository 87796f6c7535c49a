import { describe, expect, it } from 'vitest';
import type { AssignmentProblem } from './assignment-shapes.js';
import { problemChanges } from './problem-changes.js';

const row = (key: string, groupKey = 'g') => ({ key, categoryKey: 'A', groupKey });
const then: AssignmentProblem = {
  entries: [row('a'), row('b')],
  judges: [row('x'), row('y')],
  forbidden: [{ entry: 'a', judge: 'x', reason: 'kin' }],
  kept: [{ entry: 'b', judge: 'y' }],
  perEntry: 2,
  seed: 'one',
};

describe('what changed since an assignment was computed', () => {
  it.each<[string, Partial<AssignmentProblem>, [string, string[]][]]>([
    ['nothing', {}, []],
    ['the seed alone', { seed: 'two' }, []],
    ['the order of rows alone', { judges: [row('y'), row('x')] }, []],
    [
      'the reason of a conflict alone',
      { forbidden: [{ entry: 'a', judge: 'x', reason: 'other' }] },
      [],
    ],
    ['a limit that is not set', { judges: [{ ...row('x'), maxLoad: undefined }, row('y')] }, []],
    ['an entry more', { entries: [...then.entries, row('c')] }, [['entries-added', ['c']]]],
    ['an entry less', { entries: [row('b')] }, [['entries-gone', ['a']]]],
    [
      'an entry that wants a third judge',
      { entries: [{ ...row('a'), wanted: 3 }, row('b')] },
      [['entries-changed', ['a']]],
    ],
    ['a judge more', { judges: [...then.judges, row('z')] }, [['judges-added', ['z']]]],
    ['a judge less', { judges: [row('y')] }, [['judges-gone', ['x']]]],
    ['a judge who moved', { judges: [row('x', 'h'), row('y')] }, [['judges-changed', ['x']]]],
    [
      'a conflict more and one less',
      { forbidden: [{ entry: 'b', judge: 'x', reason: 'kin' }] },
      [
        ['conflicts-added', ['b × x']],
        ['conflicts-gone', ['a × x']],
      ],
    ],
    [
      'a sheet more',
      { kept: [...then.kept, { entry: 'a', judge: 'y' }] },
      [['sheets-added', ['a × y']]],
    ],
    ['a sheet less', { kept: [] }, [['sheets-gone', ['b × y']]]],
    ['larger panels', { perEntry: 3 }, [['panel-size', ['3']]]],
  ])('names %s', (_what, part, expected) => {
    const found = problemChanges(then, { ...then, ...part });
    expect(found.map(({ what, names }) => [what, names])).toEqual(expected);
  });
});
