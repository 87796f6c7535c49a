import { describe, expect, it } from 'vitest';
import { summarise } from './test-summary.js';

const report = (figures: object, testResults: object[] = []): string =>
  JSON.stringify({
    ...{ numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 },
    ...figures,
    testResults,
  });

describe('the last line of a test run', () => {
  it.each([
    ['counts passed tests', report({}), 0, '3 passed, 0 failed', true],
    ['counts failed tests', report({ numFailedTests: 2 }), 1, '3 passed, 2 failed', false],
    [
      'adds skipped tests',
      report({ numPendingTests: 1 }),
      0,
      '3 passed, 0 failed, 1 skipped',
      true,
    ],
    ['fails without any test', report({ numPassedTests: 0 }), 0, '0 passed, 0 failed', false],
    ['fails without a report', undefined, 1, '0 passed, 1 failed', false],
    ['fails for errors outside tests', report({}), 1, '3 passed, 1 failed', false],
    [
      'counts a file that did not load',
      report({}, [{ status: 'failed', assertionResults: [] }]),
      1,
      '3 passed, 1 failed',
      false,
    ],
  ])('%s', (_what, text, code, line, passed) => {
    expect(summarise(text, code)).toMatchObject({ line, passed });
  });
});
