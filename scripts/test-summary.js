/**
 * Counts vitest's JSON report into one line.
 * @param {string | undefined} report the report's text, if one was written
 * @param {number | string | null} code how vitest ended
 */
export function summarise(report, code) {
  if (report === undefined)
    return { line: '0 passed, 1 failed', remark: 'vitest wrote no report', passed: false };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    JSON.parse(report);
  // A file that could not be loaded has no tests to count, yet it has failed.
  const broken = testResults.filter((file) => file.status === 'failed' && noneFailed(file)).length;
  const counted = numFailedTests + broken;
  const outside = code !== 0 && counted === 0;
  const failed = outside ? 1 : counted;
  const skipped = numPendingTests + numTodoTests;
  return {
    line: `${numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`,
    remark: outside ? 'vitest failed outside the tests: see above' : undefined,
    passed: code === 0 && failed === 0 && numPassedTests > 0,
  };
}

const noneFailed = (file) => !file.assertionResults.some(({ status }) => status === 'failed');
