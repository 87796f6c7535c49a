import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

describe('the way back after signing in', () => {
  it.each([
    ['/entries/17?tab=files', '/entries/17?tab=files'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/sign-in?return=/sign-in', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
  ])('from %j leads to %s', (wanted, path) => {
    expect(returnPath(wanted)).toBe(path);
  });
});
