import { defineConfig } from 'vitest/config';

/** Measurements: real parts as in the suites, one after the other, figures printed and never asserted. */
export default defineConfig({
  test: {
    include: ['bench/**/*.bench.ts'],
    globalSetup: ['test/support/start-postgres.ts'],
    setupFiles: ['reflect-metadata'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
});
