import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';
import { careless } from './careless.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL for the run; its role may create databases. */
    postgresUrl: string;
  }
}

/** One server for the whole run, in a folder of its own, or the one that TEST_DATABASE_URL names. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return async () => undefined;
  }
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'linxuan-test-'));
  const remove = (): Promise<void> => fs.rm(folder, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres(folder, { settings: careless });
    project.provide('postgresUrl', server.url);
    return () => server.stop().finally(remove);
  } catch (error) {
    await remove();
    throw error;
  }
}
