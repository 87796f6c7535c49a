import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import english from '../locales/en/audit.json';
import chinese from '../locales/zh-CN/audit.json';
import { codesSaying, eventCodes } from './event-words';
import { factsOf, idsToName, shortId } from './line-facts';

const person = '11111111-2222-4333-8444-555555555555';
const school = '66666666-7777-4888-8999-000000000000';

describe('the words of the audit record', () => {
  it('cover every event that the program records', () => {
    const server = path.resolve(import.meta.dirname, '../../../src');
    const recorded = fs
      .readdirSync(server, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .flatMap((name) => {
        const text = fs.readFileSync(path.join(server, name), 'utf8');
        return [...text.matchAll(/\.record\(\s*tx,\s*'([a-z-]+\.[a-z-]+)'/g)].map(
          ([, code]) => code,
        );
      });
    expect(recorded.length).toBeGreaterThan(40);
    for (const { events } of [chinese, english]) {
      const worded = new Set(eventCodes(events));
      expect(recorded.filter((code) => !worded.has(code ?? ''))).toEqual([]);
    }
  });
});

describe('a search for events', () => {
  const words = new Map([
    ['identity.signed-in', '登录'],
    ['identity.role-granted', '授予身份'],
  ]);

  it.each([
    ['nothing typed', ' ', undefined],
    ['words', '身份', ['identity.role-granted']],
    ['a piece of a code', 'Identity.s', ['identity.signed-in', 'identity.s']],
    ['a piece of an unworded code', 'tally', ['tally']],
    ['words of no event', '评奖', []],
  ])('asks by codes for %s', (_what, typed, codes) => {
    expect(codesSaying(typed, words)).toEqual(codes);
  });
});

describe('a line', () => {
  it('tells the facts of its payload one by one', () => {
    expect(factsOf('{"entryIds":["a","b"],"again":true,"at":null}')).toEqual([
      { key: 'entryIds', value: 'a' },
      { key: 'entryIds', value: 'b' },
      { key: 'again', value: 'true' },
      { key: 'at', value: 'null' },
    ]);
  });

  it('asks once for each name, and not for what has none', () => {
    const payload = JSON.stringify({ unitId: school, entryId: person.replace('1', '9') });
    const line = { personId: person, organisationId: school, payload };
    expect(
      idsToName([line, line, { personId: null, organisationId: null, payload: '{}' }]),
    ).toEqual([person, school]);
  });

  it('shortens ids and nothing else', () => {
    expect([shortId(person), shortId('judge')]).toEqual(['11111111…', 'judge']);
  });
});
