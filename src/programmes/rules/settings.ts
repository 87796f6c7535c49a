import { allow, type Decision, permits, refuse } from '../../platform/pure/decision.js';
import type { AwardTier, SelectionConfig } from './config.js';
import { type ProgrammeState, programmeStates } from './programme-states.js';
import { recusalKinds, type RecusalRules, recusalRules } from './recusal-rules.js';

/** What an administrator may change of the rules before the opening; what is absent stays. */
export type RuleSettings = {
  readonly awards?: readonly {
    readonly code: string;
    /** How many, or how many in a hundred, as the tier counts. */
    readonly amount: number;
    readonly minScore: number | null;
  }[];
  readonly perEntry?: number;
  readonly publicity?: SelectionConfig['publicity'];
  /** By kind of conflict. */
  readonly recusal?: RecusalRules;
};

/** Rules and places may be changed until the selection is opened. */
export const changeable = (state: ProgrammeState): Decision<ProgrammeState, 'wrong-state'> =>
  permits(programmeStates, state, 'open') ? allow(state) : refuse('wrong-state');

/** The rules with the settings in them, not yet validated. */
export function withSettings(
  config: SelectionConfig,
  settings: RuleSettings,
): Decision<SelectionConfig, 'unknown-award'> {
  const changed = settings.awards ?? [];
  if (changed.some(({ code }) => !config.awards.some((tier) => tier.code === code)))
    return refuse('unknown-award');
  return allow({
    ...config,
    awards: config.awards.map((tier) => {
      const change = changed.find(({ code }) => code === tier.code);
      return change ? withAmount(tier, change.amount, change.minScore) : tier;
    }),
    panel: { ...config.panel, perEntry: settings.perEntry ?? config.panel.perEntry },
    publicity: settings.publicity ?? config.publicity,
    recusal: withRules(config.recusal, settings.recusal),
  });
}

/** What the rules say already is not said again, so that they keep their fingerprint. */
export function withRules(
  recusal: SelectionConfig['recusal'],
  wanted: RecusalRules | undefined,
): SelectionConfig['recusal'] {
  if (wanted === undefined) return recusal;
  const { strictness: _, ...flags } = recusal;
  const usual = recusalRules(flags);
  const differing = recusalKinds.filter((kind) => wanted[kind] !== usual[kind]);
  if (differing.length === 0) return flags;
  return {
    ...flags,
    strictness: Object.fromEntries(differing.map((kind) => [kind, wanted[kind]])),
  };
}

const withAmount = (tier: AwardTier, amount: number, minScore: number | null): AwardTier => ({
  ...tier,
  minScore,
  perCategory:
    tier.perCategory.kind === 'count'
      ? { kind: 'count', value: amount }
      : { kind: 'ratio', perCent: amount },
});
