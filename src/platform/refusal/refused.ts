import type { Json } from '../pure/canonical-json.js';
import type { Decision } from '../pure/decision.js';

/** An expected "no". Its code is `module.reason`; the module gives it a status and a sentence. */
export class Refused extends Error {
  /** @param details facts for the sentence or the page, which this viewer may read */
  constructor(
    readonly code: `${string}.${string}`,
    readonly details?: Readonly<Record<string, Json>>,
  ) {
    super(code);
  }
}

/** The value a rule allowed, or `Refused` with the rule's code under the module's name. */
export function must<Value, Code extends string>(
  module: string,
  decision: Decision<Value, Code>,
): Value {
  if (decision.ok) return decision.value;
  throw new Refused(`${module}.${decision.code}`);
}

/** The row, or `Refused` as not found: absent and out of reach are answered alike. */
export function found<Row>(module: string, row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new Refused(`${module}.not-found`);
  return row;
}
