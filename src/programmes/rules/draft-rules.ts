import { canonicalJson, type Json } from '../../platform/pure/canonical-json.js';
import type { SelectionConfig } from './config.js';
import { configShape } from './config-shape.js';
import { contradictions } from './contradictions.js';
import type { ConfigProblem } from './shape.js';

/** Whole parts of the rules, by their key; what is absent stays. */
export type RulesPatch = { readonly [key: string]: unknown };

/** What a draft came from stays, and so does the version that this program reads. */
const fixed: readonly string[] = ['version', 'templateKey'];

type Patched =
  | { readonly ok: true; readonly config: SelectionConfig }
  | { readonly ok: false; readonly faults: readonly ConfigProblem[] };

/**
 * The rules of a draft with these parts in place of its own. What has not the shape of rules, or would
 * confuse two categories, is no draft; what contradicts itself may wait for the health check.
 */
export function patched(config: SelectionConfig, patch: RulesPatch): Patched {
  const touched = fixed.filter((key) => Object.hasOwn(patch, key));
  if (touched.length > 0)
    return { ok: false, faults: touched.map((key) => ({ path: `/${key}`, code: 'unknown-key' })) };
  const wanted: unknown = { ...config, ...patch };
  const misshapen = configShape(wanted, '');
  if (misshapen.length > 0) return { ok: false, faults: misshapen };
  const sound = wanted as SelectionConfig;
  const confused = contradictions(sound).filter(
    ({ path, code }) => code === 'duplicate' && path.startsWith('/categories/'),
  );
  return confused.length > 0 ? { ok: false, faults: confused } : { ok: true, config: sound };
}

/** What contradicts in the later rules and did not in the earlier ones. */
export function addedFaults(before: SelectionConfig, after: SelectionConfig): ConfigProblem[] {
  const known = new Set(contradictions(before).map(({ path, code }) => `${path} ${code}`));
  return contradictions(after).filter(({ path, code }) => !known.has(`${path} ${code}`));
}

/** The parts in which two states of the rules differ. */
export function differingParts(before: SelectionConfig, after: SelectionConfig): string[] {
  const text = (config: object, key: string): string => {
    const part = (config as Readonly<Record<string, Json | undefined>>)[key];
    return part === undefined ? '' : canonicalJson(part);
  };
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => text(before, key) !== text(after, key),
  );
}
