import { canonicalJson, type Json } from '../../platform/pure/canonical-json.js';
import type { SelectionConfig } from './config.js';
import type { Windows } from './windows.js';

type Rules = {
  readonly config: SelectionConfig;
  readonly categories: readonly {
    readonly code: string;
    readonly name: string;
    readonly rubricKey: string;
    readonly position: number;
  }[];
  readonly quotas: readonly {
    readonly unitCode: string;
    readonly categoryCode: string;
    readonly places: number;
  }[];
  readonly windows: Windows;
  /** Of rules that were changed after the opening: which revision they are, and of what. */
  readonly amendment?: {
    readonly name: string;
    /** The opening is 1. */
    readonly revision: number;
    /** The fingerprint of the revision before. */
    readonly previous: string;
  };
};

/**
 * The text whose SHA-256 is the fingerprint of a selection's rules. It names units and categories by
 * code and instants in UTC, so that anyone who holds the published rules can compute it again.
 */
export function frozenText({ config, categories, quotas, windows, amendment }: Rules): string {
  const places = quotas
    .filter(({ places }) => places > 0)
    .map(({ unitCode, categoryCode, places }) => ({ unitCode, categoryCode, places }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const span = ({ opensAt, closesAt }: Windows['submission']): Json => ({
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  });
  return canonicalJson({
    config: config as unknown as Json,
    categories: [...categories]
      .sort((a, b) => a.position - b.position)
      .map(({ code, name, rubricKey, position }) => ({ code, name, rubricKey, position })),
    quotas: places,
    windows: {
      submission: span(windows.submission),
      recommendation: span(windows.recommendation),
      judging: span(windows.judging),
    },
    ...(amendment && { amendment: { ...amendment } }),
  });
}

const keyOf = (quota: { unitCode: string; categoryCode: string }): string =>
  `${quota.unitCode}/${quota.categoryCode}`;
