// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { meaningOf } from './use-desk-keys';

const keys = () => ({
  next: vi.fn(),
  previous: vi.fn(),
  complete: vi.fn(),
  criterion: vi.fn(),
  comment: vi.fn(),
  note: vi.fn(),
  flag: vi.fn(),
  scroll: vi.fn(),
  help: vi.fn(),
});
const press = (init: KeyboardEventInit, on: HTMLElement = document.body) => {
  const acts = keys();
  const event = new KeyboardEvent('keydown', { bubbles: true, ...init });
  on.dispatchEvent(event);
  meaningOf(event, acts)?.();
  return Object.entries(acts)
    .filter(([, act]) => act.mock.calls.length > 0)
    .map(([name, act]) => [name, ...act.mock.calls[0]!]);
};
const input = document.body.appendChild(document.createElement('input'));

describe('a key at the desk', () => {
  it.each([
    ['J', { code: 'KeyJ', key: 'j' }, [['next']]],
    ['K', { code: 'KeyK', key: 'k' }, [['previous']]],
    ['C', { code: 'KeyC', key: 'c' }, [['comment']]],
    ['N', { code: 'KeyN', key: 'n' }, [['note']]],
    ['F', { code: 'KeyF', key: 'f' }, [['flag']]],
    ['Alt+↓', { code: 'ArrowDown', key: 'ArrowDown', altKey: true }, [['scroll', 1]]],
    ['↓ alone', { code: 'ArrowDown', key: 'ArrowDown' }, []],
    ['3', { code: 'Digit3', key: '3' }, [['criterion', 2]]],
    ['?', { code: 'Slash', key: '?', shiftKey: true }, [['help']]],
    ['Ctrl+Enter', { code: 'Enter', key: 'Enter', ctrlKey: true }, [['complete']]],
    ['Ctrl+C, which copies', { code: 'KeyC', key: 'c', ctrlKey: true }, []],
    ['Enter alone', { code: 'Enter', key: 'Enter' }, []],
  ])('is understood: %s', (_name, init, acts) => {
    expect(press(init)).toEqual(acts);
  });

  it('is text while something is typed, except Ctrl+Enter and Alt with an arrow', () => {
    expect(press({ code: 'ArrowUp', key: 'ArrowUp', altKey: true }, input)).toEqual([
      ['scroll', -1],
    ]);
    expect(press({ code: 'KeyJ', key: 'j' }, input)).toEqual([]);
    expect(press({ code: 'Digit1', key: '1' }, input)).toEqual([]);
    expect(press({ code: 'Enter', key: 'Enter', ctrlKey: true }, input)).toEqual([['complete']]);
  });
});
