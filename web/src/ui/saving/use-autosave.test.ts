// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { falseServer, kept, open, openAfresh, problem, start } from './test-support';

openAfresh();

describe('a field', () => {
  it('is sent once, a second and a half after the last key', async () => {
    const server = falseServer(start());
    const saver = open(server);
    saver.type('abstract', '新');
    await vi.advanceTimersByTimeAsync(1_400);
    saver.type('abstract', '新的');
    await vi.advanceTimersByTimeAsync(1_400);
    expect(server.written).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.written).toEqual(['abstract="新的"@3']);
    expect(saver.state.value).toBe('saved');
  });

  it('is sent at once when it is left', async () => {
    const server = falseServer(start());
    const saver = open(server);
    saver.type('abstract', '新');
    await saver.flush('abstract');
    expect(server.written).toEqual(['abstract="新"@3']);
  });

  it('is not sent when it is left as the server has it', async () => {
    const server = falseServer(start());
    const saver = open(server);
    saver.type('abstract', '新');
    saver.type('abstract', 'old');
    await saver.flush('abstract');
    expect(server.written).toEqual([]);
    expect(saver.waiting.value).toBe(0);
  });

  it('sends what was typed during a request after it, over the new version', async () => {
    const server = falseServer(start());
    const saver = open(server);
    let answerNow = (): void => undefined;
    server.answers(() => new Promise((resolve) => (answerNow = resolve)));
    saver.type('abstract', '一');
    const sending = saver.flush('abstract');
    saver.type('abstract', '一二');
    server.answers(() => Promise.resolve());
    answerNow();
    await sending;
    expect(server.written).toEqual(['abstract="一"@3', 'abstract="一二"@4']);
    expect(server.held.get('abstract')).toEqual({ value: '一二', version: 5 });
  });

  it('lies in the journal until the server has it', async () => {
    const server = falseServer(start());
    const saver = open(server);
    saver.type('abstract', '新');
    expect(kept('abstract')).toBe('新');
    await saver.flush();
    expect(sessionStorage.length).toBe(0);
  });
});

describe('what the server says by itself', () => {
  it('is taken over where nothing is on its way', () => {
    const saver = open(falseServer(start()));
    saver.adopt('abstract', { value: '别处', version: 4 });
    expect(saver.fields.abstract).toMatchObject({ value: '别处', phase: 'resting' });
  });

  it('is left aside when it is older, or while something is on its way', () => {
    const saver = open(falseServer(start()));
    saver.adopt('title', { value: '更旧', version: 0 });
    saver.type('abstract', '新');
    saver.adopt('abstract', { value: '别处', version: 4 });
    expect(saver.fields).toMatchObject({
      title: { value: 'name' },
      abstract: { value: '新', stored: { value: 'old', version: 3 } },
    });
  });
});

describe('a failure', () => {
  it.each([
    ['the network is gone', 0, 'offline'],
    ['the server broke', 500, 'failed'],
    ['the session ended', 401, 'expired'],
    ['the deadline passed', 409, 'failed'],
  ])('keeps the text when %s', async (_when, status, state) => {
    const server = falseServer(start());
    const saver = open(server);
    server.answers(problem(status));
    saver.type('abstract', '新');
    await saver.flush();
    expect(saver.state.value).toBe(state);
    expect(saver.fields.abstract!.value).toBe('新');
    expect(kept('abstract')).toBe('新');
    expect(saver.waiting.value).toBe(1);
  });

  it('is made good when the network comes back', async () => {
    const server = falseServer(start());
    const saver = open(server);
    server.answers(problem(0));
    saver.type('abstract', '新');
    await saver.flush();
    server.answers(() => Promise.resolve());
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.state.value).toBe('saved');
    expect(server.held.get('abstract')?.value).toBe('新');
  });

  it('is tried again by itself', async () => {
    const server = falseServer(start());
    const saver = open(server);
    server.answers(problem(503));
    saver.type('abstract', '新');
    await saver.flush();
    server.answers(() => Promise.resolve());
    await vi.advanceTimersByTimeAsync(15_000);
    expect(server.held.get('abstract')?.value).toBe('新');
  });

  it('leaves the other fields alone', async () => {
    const server = falseServer(start());
    const saver = open(server);
    server.answers(problem(500));
    saver.type('abstract', '新');
    await saver.flush();
    server.answers(() => Promise.resolve());
    saver.type('title', '新题');
    await saver.flush('title');
    expect(server.held.get('title')).toEqual({ value: '新题', version: 2 });
    expect(saver.fields.abstract!.phase).toBe('failed');
  });
});

describe('an answer that was lost', () => {
  it('is no conflict: the server holds what was sent from here', async () => {
    const server = falseServer(start());
    const saver = open(server);
    server.answers(problem(0));
    saver.type('abstract', '一');
    await saver.flush();
    server.held.set('abstract', { value: '一', version: 4 });
    server.answers(() => Promise.resolve());
    saver.type('abstract', '一二');
    await saver.flush();
    expect(server.held.get('abstract')).toEqual({ value: '一二', version: 5 });
    expect(saver.state.value).toBe('saved');
  });
});

describe('a second window', () => {
  it('that sent what stood here is no conflict', async () => {
    const server = falseServer(start());
    const saver = open(server);
    saver.type('abstract', '一');
    server.held.set('abstract', { value: '一', version: 4 });
    saver.type('abstract', '一二');
    await saver.flush();
    expect(server.held.get('abstract')).toEqual({ value: '一二', version: 5 });
    expect(sessionStorage.length).toBe(0);
  });
});

describe('a conflict', () => {
  async function conflicting() {
    const server = falseServer(start());
    const saver = open(server);
    server.held.set('abstract', { value: '别处', version: 7 });
    saver.type('abstract', '我的');
    await saver.flush();
    return { server, saver };
  }

  it('shows both texts and sends neither', async () => {
    const { server, saver } = await conflicting();
    expect(saver.state.value).toBe('conflict');
    expect(saver.fields.abstract).toMatchObject({
      value: '我的',
      theirs: { value: '别处', version: 7 },
    });
    expect(server.held.get('abstract')?.value).toBe('别处');
  });

  it('keeps mine over the version that was seen, and theirs stays to be put back', async () => {
    const { server, saver } = await conflicting();
    await saver.keepMine('abstract');
    expect(server.held.get('abstract')).toEqual({ value: '我的', version: 8 });
    expect(saver.state.value).toBe('saved');
    expect(saver.aside.value).toMatchObject([{ field: 'abstract', value: '别处' }]);
  });

  it('takes theirs without writing, and mine stays to be put back', async () => {
    const { server, saver } = await conflicting();
    saver.takeTheirs('abstract');
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.fields.abstract).toMatchObject({ value: '别处', phase: 'resting', theirs: null });
    expect(server.written).toEqual(['abstract="我的"@3']);
    expect(saver.aside.value).toMatchObject([{ field: 'abstract', value: '我的' }]);
  });

  it('is none when both wrote the same', async () => {
    const server = falseServer(start());
    const saver = open(server);
    server.held.set('abstract', { value: '我的', version: 7 });
    saver.type('abstract', '我的');
    await saver.flush();
    expect(saver.fields.abstract).toMatchObject({
      phase: 'resting',
      stored: { value: '我的', version: 7 },
    });
  });
});
