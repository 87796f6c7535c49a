import { describe, expect, it } from 'vitest';
import { nest } from './messages';

describe('the messages', () => {
  it('of a file stand under its name, and its problems also where the codes of the server point', () => {
    const tree = nest({
      '../locales/en/entries.json': { title: 'Entries', problems: { 'quota-full': 'Full' } },
      '../locales/en/problems.json': { unknown: 'What?' },
    });
    expect(tree).toEqual({
      entries: { title: 'Entries', problems: { 'quota-full': 'Full' } },
      problems: { unknown: 'What?', entries: { 'quota-full': 'Full' } },
    });
  });
});
