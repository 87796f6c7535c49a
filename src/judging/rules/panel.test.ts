import { describe, expect, it } from 'vitest';
import { hasRoom, type Match, mayJudge } from './panel.js';

const match: Match = {
  judge: { state: 'accepted', categoryId: 'dy' },
  entry: { categoryId: 'dy' },
  conflicts: [],
  hadBefore: false,
};

describe('a judge', () => {
  it('may get an entry of their category that nothing speaks against', () => {
    expect(mayJudge(match)).toEqual({ ok: true, value: true });
  });

  it.each([
    ['has not accepted', { judge: { state: 'invited', categoryId: 'dy' } }, 'judge-not-available'],
    ['has left', { judge: { state: 'withdrawn', categoryId: 'dy' } }, 'judge-not-available'],
    ['judges another category', { entry: { categoryId: 'sd' } }, 'other-category'],
    ['has a conflict', { conflicts: ['same-prefecture'] }, 'conflict'],
    ['had it before', { hadBefore: true }, 'had-before'],
    ['has a conflict and had it before', { conflicts: ['kin'], hadBefore: true }, 'conflict'],
  ] as const)('may not when they %s', (_when, part, code) => {
    expect(mayJudge({ ...match, ...part })).toEqual({ ok: false, code });
  });
});

describe('a panel', () => {
  it('has room below its number and none at it', () => {
    expect(hasRoom(2, 3)).toEqual({ ok: true, value: true });
    expect(hasRoom(3, 3)).toEqual({ ok: false, code: 'panel-full' });
  });
});
