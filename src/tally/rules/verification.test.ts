import { describe, expect, it } from 'vitest';
import { confirmRun, type JudgedRun, rejectRun, verificationActions } from './verification.js';

const run: JudgedRun = { state: 'complete', isNewest: true, unresolved: [], confirmedBy: [] };
const tie = { category: 'DY', entries: ['2026-DY-4301-01', '2026-DY-4302-01'] };

describe('a run', () => {
  it('stays complete after one person confirms it and is verified after another', () => {
    expect(confirmRun(run, 'a')).toEqual({ ok: true, value: 'complete' });
    expect(confirmRun({ ...run, confirmedBy: ['a'] }, 'b')).toEqual({
      ok: true,
      value: 'verified',
    });
  });

  it.each([
    ['it is still computing', { ...run, state: 'computing' as const }, 'wrong-state'],
    ['it is verified', { ...run, state: 'verified' as const }, 'wrong-state'],
    ['it was rejected', { ...run, state: 'rejected' as const }, 'wrong-state'],
    ['a later run exists', { ...run, isNewest: false }, 'superseded'],
    ['a tie crosses the cut line', { ...run, unresolved: [tie] }, 'tie-open'],
    ['the same person did so before', { ...run, confirmedBy: ['a'] }, 'second-person-needed'],
  ])('cannot be confirmed when %s', (_when, judged, code) => {
    expect(confirmRun(judged, 'a')).toEqual({ ok: false, code });
  });

  it.each([
    ['it is still computing', { ...run, state: 'computing' as const }, 'wrong-state'],
    ['it is verified', { ...run, state: 'verified' as const }, 'wrong-state'],
    ['a later run exists', { ...run, isNewest: false }, 'superseded'],
  ])('cannot be rejected when %s', (_when, judged, code) => {
    expect(rejectRun(judged)).toEqual({ ok: false, code });
  });

  it('can be rejected by whoever confirmed it, and with an open tie', () => {
    expect(verificationActions({ ...run, confirmedBy: ['a'] }, 'a')).toEqual(['reject']);
    expect(verificationActions({ ...run, unresolved: [tie] }, 'a')).toEqual(['reject']);
    expect(verificationActions(run, 'a')).toEqual(['confirm', 'reject']);
  });
});
