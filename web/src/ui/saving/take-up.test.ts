// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { restingOn, type FieldState } from './field-saver';
import { emptyTabJournal, tabJournal } from './tab-journal';
import { verdictOn } from './take-up';
import { entryId, falseServer, noon, open, openAfresh, start } from './test-support';

openAfresh();

describe('a text that an earlier window left', () => {
  const field = (more: Partial<FieldState> = {}): FieldState => ({
    ...restingOn({ value: '服务器上的', version: 3 }),
    ...more,
  });
  it.each([
    ['goes on when the server still holds what it was typed over', field(), { base: 3 }, 'goes-on'],
    [
      'goes on when the server holds what was sent from there',
      field(),
      { base: 2, sent: ['服务器上的'] },
      'goes-on',
    ],
    ['is laid aside when somebody wrote since', field(), { base: 2 }, 'aside'],
    [
      'is laid aside when the person types already',
      field({ phase: 'typed' }),
      { base: 3 },
      'aside',
    ],
    ['is laid aside when its field may not be written', undefined, { base: 3 }, 'aside'],
    ['is known when it stands there', field({ value: '我的' }), { base: 1 }, 'known'],
    [
      'is known when the field holds all of it',
      field({ value: '我的和更多' }),
      { base: 1 },
      'known',
    ],
  ] as const)('%s', (_what, at, item, verdict) => {
    expect(verdictOn(at, { value: '我的', at: noon, ...item })).toBe(verdict);
  });
});

describe('the journal of a form', () => {
  const leave = (base: number): void =>
    tabJournal(entryId).keep('abstract', { value: '昨天的', base, at: noon - 1_000 });

  it('is brought back, saved, and told', async () => {
    leave(3);
    const server = falseServer(start());
    const saver = open(server);
    expect(saver.fields.abstract!.value).toBe('昨天的');
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held.get('abstract')).toEqual({ value: '昨天的', version: 4 });
    expect([...saver.restored.value]).toEqual([['abstract', noon - 1_000]]);
    expect(sessionStorage.length).toBe(0);
  });

  it('is given up when the person says so', async () => {
    leave(3);
    const server = falseServer(start());
    const saver = open(server);
    await saver.flush();
    await saver.dropRestored();
    expect(server.held.get('abstract')).toEqual({ value: 'old', version: 5 });
    expect(saver.restored.value.size).toBe(0);
  });

  it('leaves the field alone when somebody wrote since, and offers the text at every visit', () => {
    leave(2);
    const server = falseServer(start());
    for (const visit of [1, 2]) {
      const saver = open(server);
      expect(saver.fields.abstract, `visit ${visit}`).toMatchObject({ value: 'old', theirs: null });
      expect(saver.aside.value, `visit ${visit}`).toMatchObject([{ value: '昨天的' }]);
    }
    expect(server.written).toEqual([]);
  });

  it('puts an overtaken text back, and lays aside for it what stood there', async () => {
    leave(2);
    const server = falseServer(start());
    const saver = open(server);
    await saver.restoreAside(saver.aside.value[0]!);
    expect(server.held.get('abstract')).toEqual({ value: '昨天的', version: 4 });
    expect(saver.aside.value).toMatchObject([{ field: 'abstract', value: 'old' }]);
  });

  it('forgets an overtaken text that is dismissed', () => {
    leave(2);
    const saver = open(falseServer(start()));
    saver.dismissAside(saver.aside.value[0]!);
    expect(saver.aside.value).toEqual([]);
    expect(sessionStorage.length).toBe(0);
  });

  it('goes with whoever signs out', () => {
    leave(3);
    emptyTabJournal();
    expect(sessionStorage.length).toBe(0);
  });
});
