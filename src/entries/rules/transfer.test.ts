import { describe, expect, it } from 'vitest';
import { transfer } from './transfer.js';

const entry = {
  state: 'submitted',
  unitId: 'school',
  prefectureId: 'city',
  createdBy: 'owner',
} as const;
const by = (personId: string, role: string, organisationId: string) => ({
  personId,
  role,
  organisationId,
});
const owner = by('owner', 'submitter', 'school');
const colleague = by('colleague', 'submitter', 'school');
const unit = ['owner', 'colleague'];

describe('an entry', () => {
  it.each<[string, Parameters<typeof transfer>[1], string[], string | undefined]>([
    ['its owner', owner, unit, undefined],
    ['its prefecture', by('o', 'prefecture-officer', 'city'), unit, undefined],
    ['an officer of the unit itself', by('o', 'county-officer', 'school'), unit, undefined],
    ['a colleague while the owner is there', colleague, unit, 'not-owner'],
    ['a colleague once the owner has gone', colleague, ['colleague'], undefined],
    ['the owner acting for another unit', by('owner', 'submitter', 'other'), unit, 'not-owner'],
    ['another prefecture', by('o', 'prefecture-officer', 'x'), unit, 'not-owner'],
    ['another school', by('x', 'submitter', 'other'), ['colleague'], 'not-owner'],
    ['the province', by('p', 'programme-admin', 'province'), unit, 'not-owner'],
    ['a judge of the unit', by('j', 'judge', 'school'), unit, 'not-owner'],
  ])('is given on by %s', (_who, mover, people, code) => {
    const expected = code === undefined ? { ok: true, value: 'colleague' } : { ok: false, code };
    expect(transfer(entry, mover, people, 'colleague')).toEqual(expected);
  });

  it.each<[string, object, string, string]>([
    ['to who owns it', {}, 'owner', 'owner-already'],
    ['to who does not write for the unit', {}, 'stranger', 'not-of-unit'],
    ['once it was withdrawn', { state: 'withdrawn' }, 'colleague', 'wrong-state'],
  ])('is not given on %s', (_what, more, to, code) => {
    expect(transfer({ ...entry, ...more }, owner, unit, to)).toEqual({ ok: false, code });
  });
});
