import { describe, expect, it } from 'vitest';
import { type Invitee, type KnownPerson, planInvitations } from './invitation-plan.js';

const inviter = { role: 'prefecture-officer', organisationId: 'cs' };
const place = (id: string, kind: 'county' | 'school', name: string) => ({
  id,
  kind,
  name,
  code: `code-${id}`,
  prefectureId: 'cs',
  countyId: kind === 'school' ? 'fr' : null,
});
const places = [place('fr', 'county', '芙蓉区'), place('s1', 'school', '示例小学')];
const invitee = (row: number, more: Partial<Invitee> = {}): Invitee => ({
  row,
  name: '李四',
  email: `p${row}@example.org`,
  phone: '',
  organisation: '示例小学',
  ...more,
});
const known: KnownPerson[] = [
  {
    id: 'a',
    email: 'A@example.org',
    isDisabled: false,
    grants: [{ role: 'submitter', organisationId: 's1' }],
  },
  {
    id: 'b',
    email: 'b@example.org',
    isDisabled: false,
    grants: [{ role: 'judge', organisationId: 's1' }],
  },
  { id: 'c', email: 'c@example.org', isDisabled: true, grants: [] },
];
const plan = (...invitees: Invitee[]) => planInvitations(inviter, invitees, places, known);

describe('a plan of invitations', () => {
  it('gives the role of the organisation’s kind, by its code or its name', () => {
    const { invitations, faults } = plan(
      invitee(2),
      invitee(3, { organisation: 'code-fr' }),
      invitee(4, { organisation: '芙蓉区' }),
    );
    expect(faults).toEqual([]);
    expect(invitations.map(({ role, place: at }) => [role, at.id])).toEqual([
      ['submitter', 's1'],
      ['county-officer', 'fr'],
      ['county-officer', 'fr'],
    ]);
  });

  it('knows who is new, who gets one more role and who has it already', () => {
    const { invitations } = plan(
      invitee(2),
      invitee(3, { email: 'a@EXAMPLE.org' }),
      invitee(4, { email: 'b@example.org' }),
    );
    expect(invitations.map(({ standing, personId }) => [standing, personId])).toEqual([
      ['new', null],
      ['held', 'a'],
      ['known', 'b'],
    ]);
  });

  it.each<[string, Invitee, [number, string, string]]>([
    [
      'no organisation below',
      invitee(5, { organisation: '别处小学' }),
      [5, 'organisation', 'unknown-organisation'],
    ],
    ['a disabled account', invitee(5, { email: 'c@example.org' }), [5, 'email', 'person-disabled']],
    ['no name', invitee(5, { name: '' }), [5, 'name', 'name-missing']],
    ['no number', invitee(5, { phone: 'x' }), [5, 'phone', 'bad-phone']],
  ])('finds %s, row and column', (_what, one, expected) => {
    const { invitations, faults } = plan(one);
    expect(invitations).toEqual([]);
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([expected]);
  });

  it('does not guess between two organisations of one name', () => {
    const twins = [...places, { ...place('s2', 'school', '示例小学'), countyId: 'yl' }];
    const named = (organisation: string) =>
      planInvitations(inviter, [invitee(2, { organisation })], twins, known);
    expect(named('示例小学').faults.map(({ code }) => code)).toEqual(['unknown-organisation']);
    expect(named('code-s2').invitations.map(({ place: at }) => at.id)).toEqual(['s2']);
  });

  it('takes a person once for each organisation', () => {
    const same = { email: 'z@example.org' };
    const { faults } = plan(
      invitee(2, same),
      invitee(3, { ...same, organisation: '芙蓉区' }),
      invitee(4, { email: 'Z@example.org' }),
    );
    expect(faults).toEqual([{ row: 4, column: 'email', code: 'twice', text: 'Z@example.org' }]);
  });
});
