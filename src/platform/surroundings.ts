import type { DataSource } from 'typeorm';
import type { Config } from './config/config.js';

/** What a process is for. One process may be both, as in the embedded default. */
export type Parts = { readonly api: boolean; readonly worker: boolean };

/** What a process was started with. */
export type Surroundings = {
  readonly config: Config;
  /** A migrated and connected pool; whoever opened it closes it. */
  readonly source: DataSource;
  readonly databaseUrl: string;
  readonly parts: Parts;
};

export const SURROUNDINGS = Symbol('surroundings');
