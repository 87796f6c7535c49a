import { describe, expect, it } from 'vitest';
import { conflictSources, conflictStateNames } from './conflict-kinds.js';
import { conflictActions, decideConflict, decisionsOn, isBinding } from './conflict-states.js';

const strict = {
  'same-unit': 'forbid',
  'same-prefecture': 'forbid',
  'own-unit-in-category': 'forbid',
  'took-part': 'forbid',
} as const;
const warning = { ...strict, 'same-prefecture': 'warn' } as const;

describe('a decision on a conflict', () => {
  it.each([
    ['computed and forbidden', 'computed', 'same-prefecture', strict, ['pin']],
    ['computed and only warned of', 'computed', 'same-prefecture', warning, ['dismiss', 'pin']],
    ['declared by the judge', 'declared', 'kin', strict, ['pin']],
    ['declared of a kind that the rules warn of', 'declared', 'other', warning, ['pin']],
    ['reported by a unit', 'reported', 'kin', strict, ['dismiss', 'pin']],
    ['set by an administrator', 'administrator', 'same-unit', strict, ['dismiss', 'pin']],
  ] as const)('that stands, %s, may be to %4$j', (_what, source, kind, policy, actions) => {
    expect(decisionsOn({ source, kind, state: 'confirmed' }, policy)).toEqual(actions);
  });

  it.each(conflictSources)('on what is only proposed may go either way (%s)', (source) => {
    const proposed = { source, kind: 'took-part' as const, state: 'proposed' as const };
    expect(decisionsOn(proposed, strict)).toEqual(['confirm', 'dismiss']);
  });

  it.each(conflictSources)('is never on a pinned one (%s)', (source) => {
    const pinned = { source, kind: 'kin' as const, state: 'pinned' as const };
    for (const action of conflictActions)
      expect(decideConflict(pinned, action, strict)).toEqual({ ok: false, code: 'wrong-state' });
  });

  it('may take a dismissal back', () => {
    const dismissed = { source: 'reported', kind: 'kin', state: 'dismissed' } as const;
    expect(decideConflict(dismissed, 'confirm', strict)).toEqual({ ok: true, value: 'confirmed' });
    expect(decisionsOn(dismissed, strict)).toEqual(['confirm']);
  });

  it('says why a forbidden pair stays forbidden', () => {
    const stands = { source: 'computed', kind: 'same-unit', state: 'confirmed' } as const;
    const refused = { ok: false, code: 'conflict-binds' };
    expect(decideConflict(stands, 'dismiss', strict)).toEqual(refused);
  });
});

describe('a conflict', () => {
  it('parts a pair once it is confirmed or pinned', () => {
    expect(conflictStateNames.filter(isBinding)).toEqual(['confirmed', 'pinned']);
  });
});
