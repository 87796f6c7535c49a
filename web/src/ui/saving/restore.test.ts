// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { forgetAllItems, forgetOldItems, journalOf } from './journal';
import { entryId, falseServer, noon, open, openAfresh, start } from './test-support';

openAfresh();

describe('what an earlier visit left', () => {
  const leave = (base: number): void =>
    journalOf(entryId, localStorage).keep('abstract', { value: '昨天的', base, at: noon - 1_000 });

  it('is brought back, saved, and told', async () => {
    leave(3);
    const server = falseServer(start());
    const saver = open(server);
    expect(saver.fields.abstract!.value).toBe('昨天的');
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held.get('abstract')).toEqual({ value: '昨天的', version: 4 });
    expect([...saver.restored.value]).toEqual([['abstract', noon - 1_000]]);
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

  it('is no conflict when what the server holds was sent from here', async () => {
    const item = { value: '昨天的，又写', base: 2, sent: ['old'], at: noon - 1_000 };
    journalOf(entryId, localStorage).keep('abstract', item);
    const server = falseServer(start());
    open(server);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held.get('abstract')).toEqual({ value: '昨天的，又写', version: 4 });
  });

  it('is a conflict when somebody wrote since', () => {
    leave(2);
    const server = falseServer(start());
    const saver = open(server);
    expect(saver.state.value).toBe('conflict');
    expect(saver.fields.abstract).toMatchObject({ value: '昨天的', theirs: { value: 'old' } });
    expect(server.written).toEqual([]);
  });

  it('goes with whoever signs out', () => {
    leave(3);
    forgetAllItems(localStorage);
    expect(localStorage.length).toBe(0);
  });

  it('goes after a week', () => {
    leave(3);
    forgetOldItems(localStorage, noon + 7 * 24 * 3_600_000);
    expect(localStorage.length).toBe(0);
  });
});
