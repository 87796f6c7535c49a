import type { DataSource, Logger } from 'typeorm';

const nothing = (): void => undefined;

/** How many statements the work sends to the database, transactions' own included. */
export async function countQueries(
  source: DataSource,
  work: () => Promise<unknown>,
): Promise<number> {
  const before = source.logger;
  let count = 0;
  const counting: Logger = {
    logQuery: () => void count++,
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  source.logger = counting;
  try {
    await work();
  } finally {
    source.logger = before;
  }
  return count;
}
