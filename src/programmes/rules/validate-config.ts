import type { SelectionConfig } from './config.js';
import { configShape } from './config-shape.js';
import { contradictions } from './contradictions.js';
import { type ConfigProblem, isObject } from './shape.js';

export type ValidatedConfig =
  | { readonly ok: true; readonly config: SelectionConfig }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** The versions of `SelectionConfig` that this program can run. */
export const configVersions: readonly unknown[] = [1];

/**
 * Whether unknown JSON is a config that can be run. A version this program does not know is the only
 * problem reported, contradictions are looked for in a well-shaped config only.
 */
export function validateConfig(value: unknown): ValidatedConfig {
  if (isObject(value) && !configVersions.includes(value['version']))
    return { ok: false, problems: [{ path: '/version', code: 'unknown-version' }] };
  const misshapen = configShape(value, '');
  if (misshapen.length > 0) return { ok: false, problems: misshapen };
  const config = value as SelectionConfig;
  const problems = contradictions(config);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config };
}
