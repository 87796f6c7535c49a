import { describe, expect, it } from 'vitest';
import { pageOf } from './links.js';

const notice = { slug: 'model-2026', kind: 'notice' } as const;

describe('the link of a letter', () => {
  it.each([
    ['an invitation to judge', 'judge-invited', {}, undefined, '/judge'],
    ['an opened round', 'round-opened', { roundId: 'r' }, undefined, '/judge/r/desk'],
    ['an unlocked sheet', 'sheet-unlocked', { roundId: 'r' }, undefined, '/judge/r/desk'],
    ['an entry', 'entry-returned', { entryId: 'e' }, undefined, '/my/entries/e'],
    ['a list that is open again', 'list-unlocked', {}, undefined, '/unit/report'],
    ['a notice', 'notice-released', { releaseId: 'x' }, notice, '/p/model-2026/notice'],
    [
      'results',
      'results-released',
      { releaseId: 'x' },
      { ...notice, kind: 'final' } as const,
      '/p/model-2026/results',
    ],
  ] as const)('about %s leads to its page', (...[, kind, params, release, page]) => {
    expect(pageOf(kind, params, release)).toBe(page);
  });
});
