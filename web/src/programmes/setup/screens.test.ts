import { describe, expect, it } from 'vitest';
import { fusionCase } from '../../../../src/programmes/rules/templates/fusion-case';
import type { HealthItem } from '../queries';
import { markOf, pathOf, screenOf, screens } from './screens';

const item = (key: string, level: string, path?: string): HealthItem => ({
  ...{ key, level, names: [] },
  faults: path === undefined ? [] : [{ path, code: 'missing' }],
});

describe('the screens of the wizard', () => {
  it.each([
    [item('windows', 'blocker', '/windows/judging/opensAt'), 'schedule'],
    [item('rubrics', 'blocker', '/rubrics/x/criteria'), 'judging'],
    [item('rubrics', 'blocker', '/categories/0/rubricKey'), 'categories'],
    [item('form', 'blocker', '/fields/3/choices'), 'form'],
    [item('form', 'blocker', '/attachments/0/min'), 'materials'],
    [item('other-rules', 'blocker', '/chain/1'), 'categories'],
    [item('units-staffed', 'warning'), undefined],
    [item('mail', 'warning', '/mail'), undefined],
  ])('mend a finding each: %j', (found, screen) => {
    expect(screenOf(found)).toBe(screen);
  });

  it('are as the template has them, filled in, or in the way of the opening', () => {
    const marks = (changed: string[], items: HealthItem[]) =>
      screens.map((screen) => markOf(screen, changed, items)).join(' ');
    expect(marks([], [item('quotas', 'blocker', '/quotas')])).toBe(
      'done default default default fault done default default',
    );
    expect(marks(['fields', 'panel'], [item('awards', 'blocker', '/awards')])).toBe(
      'done default done default done done done fault',
    );
  });

  it('lead to the health check at last', () => {
    expect([pathOf('x', 'basics'), pathOf('x', undefined)]).toEqual([
      '/programmes/x/setup/basics',
      '/programmes/x/health',
    ]);
  });

  it('speak of every part of the rules but its origin', () => {
    const unspoken = Object.keys(fusionCase.config).filter((part) =>
      screens.every((screen) => markOf(screen, [part], []) === markOf(screen, [], [])),
    );
    expect(unspoken.sort()).toEqual([
      'activityNoun',
      'noun',
      'stages',
      'subjectType',
      'templateKey',
      'version',
    ]);
  });
});
