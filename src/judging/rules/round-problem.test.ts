import { describe, expect, it } from 'vitest';
import { repair } from './repair.js';
import { assignmentProblem, repairProblem, type RoundRows } from './round-problem.js';
import { takenBack } from './taken-back.js';

const entry = (id: string, prefectureId = 'p1') => ({
  id,
  caseNo: id.toUpperCase(),
  categoryId: 'dy',
  prefectureId,
});
const judge = (id: string, state: 'accepted' | 'invited' | 'withdrawn' = 'accepted') => ({
  id,
  code: `DY-${id}`,
  state,
  categoryId: 'dy',
  unitId: `unit-${id}`,
  prefectureId: null,
});
const rows = (part: Partial<RoundRows>): RoundRows => ({
  entries: [entry('a'), entry('b')],
  judges: [judge('1'), judge('2'), judge('3')],
  conflicts: [],
  sheets: [],
  perEntry: 2,
  seed: 'seed',
  ...part,
});
const sheet = (entryId: string, judgeId: string, state: RoundRows['sheets'][number]['state']) => ({
  id: `${entryId}${judgeId}`,
  entryId,
  judgeId,
  state,
});

describe('the problem of a first assignment', () => {
  it('has all entries and the judges who accepted, by public names, with every conflict', () => {
    const problem = assignmentProblem(
      rows({
        judges: [judge('1'), judge('2', 'invited')],
        conflicts: [{ judgeId: '1', entryId: 'b', kind: 'kin', state: 'confirmed' }],
      }),
    );
    expect(problem).toEqual({
      entries: [
        { key: 'A', categoryKey: 'dy', groupKey: 'p1' },
        { key: 'B', categoryKey: 'dy', groupKey: 'p1' },
      ],
      judges: [{ key: 'DY-1', categoryKey: 'dy', groupKey: 'unit-1' }],
      forbidden: [{ entry: 'B', judge: 'DY-1', reason: 'kin' }],
      kept: [],
      perEntry: 2,
      seed: 'seed',
    });
  });
});

describe('a repair', () => {
  const added = (part: Partial<RoundRows>) => {
    const decision = repair(repairProblem(rows(part)));
    if (!decision.ok) return decision.code;
    return decision.value.added.map(({ entry: e, judge: j }) => `${e} ${j}`);
  };

  it('changes nothing when every panel is full and sound', () => {
    const sheets = [
      sheet('a', '1', 'signed'),
      sheet('a', '2', 'draft'),
      sheet('b', '1', 'assigned'),
      sheet('b', '2', 'assigned'),
    ];
    expect(added({ sheets })).toEqual([]);
  });

  it('gives what a recused judge gave back to the one who never had it', () => {
    const sheets = [
      sheet('a', '1', 'recused'),
      sheet('a', '2', 'draft'),
      sheet('b', '1', 'assigned'),
      sheet('b', '2', 'assigned'),
    ];
    const conflicts = [
      { judgeId: '1', entryId: 'a', kind: 'kin' as const, state: 'confirmed' as const },
    ];
    expect(added({ sheets, conflicts })).toEqual(['A DY-3']);
  });

  it('keeps the signed sheets of a judge who left and replaces the others', () => {
    const sheets = [
      sheet('a', '1', 'signed'),
      sheet('a', '2', 'assigned'),
      sheet('b', '1', 'void'),
      sheet('b', '2', 'assigned'),
    ];
    const judges = [judge('1', 'withdrawn'), judge('2'), judge('3')];
    expect(added({ sheets, judges })).toEqual(['B DY-3']);
  });

  it('does not give an entry back to a judge who left and was accepted again', () => {
    const sheets = [sheet('a', '1', 'void'), sheet('a', '2', 'assigned')];
    const one = { entries: [entry('a')], sheets };
    expect(added({ ...one, judges: [judge('1'), judge('2'), judge('3')] })).toEqual(['A DY-3']);
    expect(added({ ...one, judges: [judge('1'), judge('2')] })).toBe('not-enough-judges');
  });

  it('replaces an unsigned sheet whose conflict was declared before the round opened', () => {
    const sheets = [sheet('a', '1', 'assigned'), sheet('a', '2', 'assigned')];
    const conflicts = [
      { judgeId: '2', entryId: 'a', kind: 'co-author' as const, state: 'confirmed' as const },
    ];
    expect(added({ entries: [entry('a')], sheets, conflicts })).toEqual(['A DY-3']);
    const { judges } = rows({});
    expect(takenBack({ judges, conflicts, sheets })).toEqual({ recused: ['a2'], left: [] });
  });

  it('parts nobody over a conflict that is only proposed, and forms no such pair', () => {
    const sheets = [sheet('a', '1', 'assigned'), sheet('a', '2', 'void')];
    const asked = { entryId: 'a', kind: 'took-part' as const, state: 'proposed' as const };
    const conflicts = [
      { ...asked, judgeId: '1' },
      { ...asked, judgeId: '3' },
    ];
    const judges = [judge('1'), judge('2'), judge('3'), judge('4')];
    expect(added({ entries: [entry('a')], judges, sheets, conflicts })).toEqual(['A DY-4']);
    expect(takenBack({ judges, conflicts, sheets })).toEqual({ recused: [], left: [] });
  });

  it('leaves a signed sheet alone whatever comes to light', () => {
    const sheets = [sheet('a', '1', 'signed'), sheet('a', '2', 'signed')];
    const conflicts = [
      { judgeId: '2', entryId: 'a', kind: 'other' as const, state: 'confirmed' as const },
    ];
    const judges = [judge('1', 'withdrawn'), judge('2'), judge('3')];
    expect(added({ entries: [entry('a')], judges, sheets, conflicts })).toEqual([]);
    expect(takenBack({ judges, conflicts, sheets })).toEqual({ recused: [], left: [] });
  });

  it('takes back unsigned sheets that a judge who left could not see', () => {
    const sheets = [sheet('a', '1', 'assigned'), sheet('a', '2', 'assigned')];
    const judges = [judge('1', 'withdrawn'), judge('2'), judge('3')];
    expect(added({ entries: [entry('a')], judges, sheets })).toEqual(['A DY-3']);
    expect(takenBack({ judges, conflicts: [], sheets })).toEqual({ recused: [], left: ['a1'] });
  });

  it('fills every place of a panel that lost several', () => {
    const sheets = [sheet('a', '1', 'recused'), sheet('a', '2', 'void'), sheet('a', '3', 'void')];
    const judges = ['1', '2', '3', '4', '5'].map((id) => judge(id));
    expect(added({ entries: [entry('a')], judges, sheets })).toEqual(['A DY-4', 'A DY-5']);
  });
});
