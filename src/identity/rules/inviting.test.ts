import { describe, expect, it } from 'vitest';
import { actsBelow, type InvitationFaultCode, personFaults, roleBelow } from './inviting.js';
import type { OrganisationKind } from './roles.js';

const place = (
  kind: OrganisationKind,
  prefectureId: string | null,
  countyId: string | null = null,
  id = `${kind}-x`,
) => ({ id, kind, prefectureId, countyId });
const by = (role: string, organisationId: string | null) => ({ role, organisationId });

describe('a unit invites', () => {
  it.each([
    [
      'a prefecture its counties',
      by('prefecture-officer', 'cs'),
      place('county', 'cs'),
      'county-officer',
    ],
    [
      'a prefecture its schools',
      by('prefecture-officer', 'cs'),
      place('school', 'cs', 'fr'),
      'submitter',
    ],
    ['省直 its schools', by('prefecture-officer', 'sz'), place('school', 'sz'), 'submitter'],
    ['a county its schools', by('county-officer', 'fr'), place('school', 'cs', 'fr'), 'submitter'],
    [
      'a prefecture not itself',
      by('prefecture-officer', 'cs'),
      place('prefecture', 'cs', null, 'cs'),
      null,
    ],
    [
      'a prefecture not others’ schools',
      by('prefecture-officer', 'cs'),
      place('school', 'zz'),
      null,
    ],
    ['a county not itself', by('county-officer', 'fr'), place('county', 'cs', 'fr', 'fr'), null],
    ['a county not others’ schools', by('county-officer', 'fr'), place('school', 'cs', 'yl'), null],
    ['a county not its prefecture', by('county-officer', 'fr'), place('prefecture', 'cs'), null],
    ['a school nobody', by('submitter', 's'), place('school', 'cs', 'fr'), null],
    ['the province nobody this way', by('programme-admin', 'p'), place('county', 'cs'), null],
    ['nobody for nothing', by('county-officer', null), place('school', 'cs', null), null],
  ])('%s', (_what, inviter, at, role) => {
    expect(roleBelow(inviter, at)).toBe(role);
  });
});

describe('a person', () => {
  const sound = { name: '李四', email: 'li@example.org', phone: '' };
  it.each<[string, Partial<typeof sound>, InvitationFaultCode[]]>([
    ['is well described', {}, []],
    ['has a mobile', { phone: '13800000000' }, []],
    ['has a line with an extension', { phone: '0731-8000 0000(8)' }, []],
    ['has no name', { name: '' }, ['name-missing']],
    ['has too long a name', { name: '长'.repeat(61) }, ['name-long']],
    ['may have a name of 60', { name: '𬍛'.repeat(60) }, []],
    ['has no address', { email: '' }, ['bad-email']],
    ['has no such address', { email: 'li@example' }, ['bad-email']],
    ['hides another address', { email: 'li@example.org,x@example.org' }, ['bad-email']],
    ['has too long an address', { email: `a@${'b'.repeat(260)}.org` }, ['bad-email']],
    ['has words for a number', { phone: '打办公室' }, ['bad-phone']],
    ['has a formula for a number', { phone: '=1+1' }, ['bad-phone']],
  ])('%s', (_what, more, faults) => {
    expect(personFaults({ ...sound, ...more })).toEqual(faults);
  });
  const standing = { hasSignedIn: false, isDisabled: false, isWhollyBelow: true };
  it.each([
    ['never came', {}, ['show-link', 'send-link']],
    ['came before', { hasSignedIn: true }, ['send-link']],
    ['is disabled', { isDisabled: true }, []],
    ['acts elsewhere too', { isWhollyBelow: false }, []],
  ])('who %s can be sent: %s', (_what, more, acts) => {
    expect(actsBelow({ ...standing, ...more })).toEqual(acts);
  });
});
