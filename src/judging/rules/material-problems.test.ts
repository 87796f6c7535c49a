import { describe, expect, it } from 'vitest';
import { maySettle, mostOpen, reportProblem } from './material-problems.js';

describe('a problem with the material', () => {
  it.each([
    ['assigned', 'open', 0, 'allowed'],
    ['draft', 'open', mostOpen - 1, 'allowed'],
    ['signed', 'open', 0, 'allowed'],
    ['draft', 'open', mostOpen, 'too-many-problems'],
    ['recused', 'open', 0, 'wrong-state'],
    ['void', 'open', 0, 'wrong-state'],
    ['draft', 'closed', 0, 'round-not-open'],
    ['assigned', 'assigned', 0, 'round-not-open'],
  ] as const)('of a sheet %s in a round %s with %i open is %s', (state, round, open, answer) => {
    const decision = reportProblem({ state }, { state: round }, open);
    expect(decision.ok ? 'allowed' : decision.code).toBe(answer);
  });

  it('is settled once', () => {
    expect([maySettle('open'), maySettle('settled')]).toEqual([true, false]);
  });
});
