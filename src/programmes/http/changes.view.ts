import { differences } from '../rules/rule-change.js';
import type { ShownChange, ShownChanges } from '../use-cases/show-changes.js';
import { WindowsView } from './programme.view.js';
import { PublicityView } from './rules.view.js';

/** One thing that a change makes different. */
export class DifferenceView {
  /** `name`, `publicity.amount`, `windows.submission.closesAt`, … */
  path: string;
  /** As it is stored: ISO instants, numbers and true or false as text. */
  before: string;
  after: string;
}

export class RuleChangeView {
  id: string;
  /** proposed, confirmed, rejected or taken-back. */
  state: string;
  reason: string;
  differences: DifferenceView[];
  /** The revision it changes, and its fingerprint. */
  baseRevision: number;
  baseFingerprint: string;
  proposer: string;
  proposedAt: string;
  decider: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  /** Of the revision it made; null unless confirmed. */
  fingerprint: string | null;
  /** confirm, reject, take-back. */
  actions: string[];
}

export class OpenRulesView {
  name: string;
  windows: WindowsView;
  publicity: PublicityView;
}

export class RuleChangesView {
  /** For `If-Match`. */
  version: number;
  /** The opening is 1; null while a draft. */
  revision: number | null;
  fingerprint: string | null;
  openedAt: string | null;
  current: OpenRulesView;
  /** What may still be changed: name, publicity, submission, recommendation, judging. */
  parts: string[];
  /** propose. */
  actions: string[];
  pending: RuleChangeView | null;
  /** Those that were decided on, the newest first. */
  history: RuleChangeView[];
}

export class ProposedView {
  id: string;
}

export function ruleChangesView(shown: ShownChanges): RuleChangesView {
  const { programme, current, parts, mayPropose } = shown;
  const changes = shown.changes.map(changeView);
  const isOpen = ({ state }: RuleChangeView): boolean => state === 'proposed';
  return {
    version: programme.version,
    revision: programme.rulesFingerprint === null ? null : programme.rulesRevision,
    fingerprint: programme.rulesFingerprint,
    openedAt: programme.openedAt?.toISOString() ?? null,
    current,
    parts: [...parts],
    actions: mayPropose ? ['propose'] : [],
    pending: changes.find(isOpen) ?? null,
    history: changes.filter((one) => !isOpen(one)),
  };
}

const changeView = ({ change, proposer, decider, actions }: ShownChange): RuleChangeView => ({
  id: change.id,
  state: change.state,
  reason: change.reason,
  differences: differences(change.before, change.after),
  baseRevision: change.baseRevision,
  baseFingerprint: change.baseFingerprint,
  proposer,
  proposedAt: change.proposedAt.toISOString(),
  decider: change.decidedBy === null ? null : decider,
  decidedAt: change.decidedAt?.toISOString() ?? null,
  decisionReason: change.decisionReason,
  fingerprint: change.fingerprint,
  actions: [...actions],
});
