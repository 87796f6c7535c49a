import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/pure/canonical-json.js';
import type { Payload } from '../../platform/pure/payload.js';

/** What a seal covers. `at` is an ISO instant in milliseconds. */
export type SealedLine = {
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly role: string;
  readonly event: string;
  readonly payload: Payload;
};

export const firstHash = '0'.repeat(64);

/** SHA-256 (hex) over the hash before and the line's canonical text. */
export const sealHash = (previous: string, line: SealedLine): string =>
  createHash('sha256')
    .update(`${previous}\n${canonicalJson(line)}`)
    .digest('hex');
