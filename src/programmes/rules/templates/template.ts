import type { SelectionConfig } from '../config.js';

/** A selection's rules ready to be started from. */
export type Template = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly config: SelectionConfig;
};
