import type { CheckLine } from '../use-cases/entry-facts.js';
import type { Selection } from '../use-cases/select-for-check.js';
import type { CheckItemView, CheckMarkView, SelectionView } from './check.view.js';

export const checkView = ({ mark, facts, reasons, ...line }: CheckLine): CheckItemView => ({
  code: line.code,
  group: line.group,
  ok: line.ok,
  standing: line.standing,
  facts: facts.map(({ params, ...fact }) => ({ ...fact, params: { ...params } })),
  reasons: reasons.map(({ params, ...reason }) => ({ ...reason, params: { ...params } })),
  mark: mark && markView(mark),
});

const markView = (mark: NonNullable<CheckLine['mark']>): CheckMarkView => ({
  verdict: mark.verdict,
  note: mark.note,
  byName: mark.byName,
  at: mark.at.toISOString(),
  version: mark.version,
  counts: mark.counts,
});

export const selectionView = (selection: Selection): SelectionView => ({
  rows: selection.rows.map(({ confirmed, ...row }) => ({ ...row, confirmed: [...confirmed] })),
  fits: selection.fits,
  byCategory: [...selection.byCategory],
  byPrefecture: [...selection.byPrefecture],
  fingerprint: selection.fingerprint,
});
