import { describe, expect, it } from 'vitest';
import { holidayTable } from '../../platform/calendar/chinese-days-table.js';
import { health, type HealthFacts, type HealthKey } from './health.js';
import { blockers } from './opening.js';
import { fusionCase } from './templates/fusion-case.js';
import type { Windows } from './windows.js';

const span = (opensAt: string, closesAt: string): Windows['submission'] => ({
  opensAt: new Date(opensAt),
  closesAt: new Date(closesAt),
});
const windows: Windows = {
  submission: span('2020-07-01T00:00:00Z', '2020-07-31T09:00:00Z'),
  recommendation: span('2020-07-01T00:00:00Z', '2020-08-14T09:00:00Z'),
  judging: span('2020-08-20T01:00:00Z', '2020-09-01T09:00:00Z'),
};
const { config } = fusionCase;
const place = (unitId: string, categoryId: string, places = 10) => ({ unitId, categoryId, places });
const ready: HealthFacts = {
  config,
  windows,
  places: 20,
  categories: [
    { id: 'dy', name: '德育' },
    { id: 'sd', name: '师德' },
  ],
  units: [
    { id: 'cs', name: '长沙' },
    { id: 'zz', name: '株洲' },
  ],
  quotas: [place('cs', 'dy'), place('zz', 'sd')],
  staffedUnitIds: new Set(['cs', 'zz']),
  hasMail: true,
  holidays: holidayTable(),
};
const now = new Date('2020-07-15T00:00:00Z');
const found = (part: Partial<HealthFacts>) =>
  health({ ...ready, ...part }, now).filter(({ level }) => level !== 'ok');
const fault = (path: string, code: string) => ({ path, code });

describe('the check before the opening', () => {
  it('finds a draft in order, and says what it looked at', () => {
    expect(health(ready, now).map(({ key, level }) => `${key} ${level}`)).toEqual(
      [
        ...['windows', 'submission-open', 'closing-days', 'rubrics', 'form', 'scoring', 'awards'],
        ...['commitments', 'recusal', 'quotas', 'categories-placed', 'units-placed'],
        ...['places-for-awards', 'units-staffed', 'notice-calendar', 'mail'],
      ].map((key) => `${key} ok`),
    );
  });

  it.each<[string, Partial<HealthFacts>, HealthKey, string[]]>([
    [
      'a category without a place',
      { quotas: [place('cs', 'dy'), place('zz', 'dy')] },
      'categories-placed',
      ['师德'],
    ],
    [
      'a unit without a place',
      { quotas: [place('cs', 'dy'), place('cs', 'sd'), place('zz', 'sd', 0)] },
      'units-placed',
      ['株洲'],
    ],
    [
      'a unit in which nobody can recommend',
      { staffedUnitIds: new Set(['cs']) },
      'units-staffed',
      ['株洲'],
    ],
    [
      'fewer places than awards',
      { quotas: [place('cs', 'dy', 9), place('zz', 'sd')] },
      'places-for-awards',
      ['德育'],
    ],
    [
      'judges who may read their own',
      {
        config: {
          ...config,
          recusal: { ...config.recusal, sameUnit: false, strictness: { 'took-part': 'allow' } },
        },
      },
      'recusal',
      ['same-unit', 'took-part'],
    ],
  ])('warns of %s by name', (_what, part, key, names) => {
    expect(found(part)).toEqual([{ key, level: 'warning', faults: [], names }]);
  });

  it('asks nothing of the people of a unit that has no place', () => {
    const quotas = [place('cs', 'dy'), place('cs', 'sd')];
    expect(found({ quotas, staffedUnitIds: new Set(['cs']) }).map(({ key }) => key)).toEqual([
      'units-placed',
    ]);
  });

  it.each<[string, Partial<HealthFacts>, HealthKey, { path: string; code: string }]>([
    ['mail that stays in the house', { hasMail: false }, 'mail', fault('/mail', 'mail-stays')],
    [
      'a form that promises nothing',
      { config: { ...config, fields: config.fields.filter(({ kind }) => kind !== 'attestation') } },
      'commitments',
      fault('/fields', 'no-commitment'),
    ],
    [
      'a notice in a year without an official calendar',
      { holidays: { ...ready.holidays, years: [2019] } },
      'notice-calendar',
      fault('/publicity', 'calendar-not-covered'),
    ],
    [
      'a window that closes on a Saturday',
      { windows: { ...windows, submission: span('2020-07-01T00:00:00Z', '2020-08-01T09:00:00Z') } },
      'closing-days',
      fault('/windows/submission/closesAt', 'day-off'),
    ],
  ])('warns of %s', (_what, part, key, wrong) => {
    expect(found(part)).toEqual([{ key, level: 'warning', faults: [wrong], names: [] }]);
  });

  it.each<[string, Partial<HealthFacts>, HealthKey[]]>([
    ['no place at all', { places: 0, quotas: [] }, ['quotas']],
    [
      'a calendar out of order',
      { windows: { ...windows, judging: windows.submission } },
      ['windows'],
    ],
    [
      'too few judges, a field without choices and awards over all',
      {
        config: {
          ...config,
          panel: { ...config.panel, perEntry: 3 },
          fields: [
            ...config.fields,
            { key: 'more', label: '其他', kind: 'choice', required: false, identifying: false },
          ],
          awards: [
            { ...config.awards[0]!, perCategory: { kind: 'ratio', perCent: 60 } },
            { ...config.awards[0]!, code: 'good', perCategory: { kind: 'ratio', perCent: 60 } },
          ],
        },
      },
      ['form', 'scoring', 'awards'],
    ],
    ['rules of a version nobody knows', { config: { version: 2 } }, ['other-rules']],
  ])('is stopped by %s, exactly as the opening is', (_what, part, keys) => {
    const stopping = found(part).filter(({ level }) => level === 'blocker');
    expect(stopping.map(({ key }) => key)).toEqual(keys);
    const ofOpening = blockers({ ...ready, ...part }, now).flatMap(({ faults }) => faults);
    expect(new Set(stopping.flatMap(({ faults }) => faults))).toEqual(new Set(ofOpening));
  });

  it('is stopped once the last moment to submit is over', () => {
    const late = health(ready, windows.submission.closesAt);
    expect(late.filter(({ level }) => level !== 'ok').map(({ key }) => key)).toEqual([
      'submission-open',
    ]);
  });
});
