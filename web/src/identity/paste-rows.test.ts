import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import { grantsRule, organisationsRule, peopleRule } from './paste-rules';
import { readRows, refusedLines } from './paste-rows';

const headings = ['姓名', '邮箱'];
const people = (text: string) => readRows(text, peopleRule, headings);
const grants = grantsRule((role) => (role === 'judge' ? ['评委'] : []));
const organisations = organisationsRule((kind) => (kind === 'school' ? ['学校', '校'] : []));

describe('pasted rows', () => {
  it('may come from a sheet, with a heading and blank lines, or be typed with either comma', () => {
    expect(
      people('姓名\t邮箱\n王老师\twang@x.cn\t\n\n 李老师，li＠x.cn \r\n赵, zhao@x.cn'),
    ).toEqual({
      rows: [
        { line: 2, row: { name: '王老师', email: 'wang@x.cn' } },
        { line: 4, row: { name: '李老师', email: 'li@x.cn' } },
        { line: 5, row: { name: '赵', email: 'zhao@x.cn' } },
      ],
      faults: [],
    });
  });

  it.each([
    ['lacks a cell', '王老师', { line: 1, code: 'columns', text: '王老师' }],
    ['has a cell too many', '王,a@x.cn,校', { line: 1, code: 'columns', text: '王, a@x.cn, 校' }],
    ['has no name', ',a@x.cn', { line: 1, code: 'wrong', key: 'name', text: '' }],
    ['has no address', '王,a@x', { line: 1, code: 'wrong', key: 'email', text: 'a@x' }],
    ['stands twice', '王,a@x.cn\n李,A@x.cn', { line: 2, code: 'twice', text: '1' }],
  ])('are named when one %s', (_what, text, fault) => {
    expect(people(text).faults).toEqual([fault]);
  });

  it('name roles and levels by word or by code', () => {
    expect(readRows('a@x.cn,评委,430102-01\na@x.cn,Judge,430102', grants, []).rows).toEqual([
      { line: 1, row: { email: 'a@x.cn', role: 'judge', organisationCode: '430102-01' } },
      { line: 2, row: { email: 'a@x.cn', role: 'judge', organisationCode: '430102' } },
    ]);
    expect(readRows('a@x.cn,校长,430102', grants, []).faults).toEqual([
      { line: 1, code: 'wrong', key: 'role', text: '校长' },
    ]);
  });

  it('need a parent below the province', () => {
    expect(readRows('430000,省厅,province\n430102-1,小学,校', organisations, [])).toEqual({
      rows: [{ line: 1, row: { code: '430000', name: '省厅', kind: 'province', parentCode: '' } }],
      faults: [{ line: 2, code: 'wrong', key: 'parentCode', text: '' }],
    });
  });
});

describe('a refusal', () => {
  const { rows } = readRows('a@x.cn,judge,430102\n\nb@x.cn,submitter,430102', grants, []);
  const lines = (problem: object) =>
    refusedLines(new ApiProblem({ status: 422, ...problem }), rows).map(({ line }) => line);

  it.each([
    ['an address', { details: { email: 'B@x.cn' } }, [3]],
    ['a unit', { details: { code: '430102' } }, [1, 3]],
    ['a unit in a role', { details: { code: '430102', role: 'judge' } }, [1]],
    ['a cell', { errors: [{ pointer: '/grants/1/email', code: 'isEmail' }] }, [3]],
    ['no row at all', {}, []],
  ])('leads to the lines of %s', (_what, problem, found) => {
    expect(lines(problem)).toEqual(found);
  });
});
