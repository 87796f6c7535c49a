import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkingFrom, usualWindows, windowFaults, type Windows } from './windows.js';

const span = (opens: string, closes: string): Windows['submission'] => ({
  opensAt: new Date(opens),
  closesAt: new Date(closes),
});

const windows: Windows = {
  submission: span('2020-07-01', '2020-08-01'),
  recommendation: span('2020-07-01', '2020-08-15'),
  judging: span('2020-08-15', '2020-09-01'),
};

describe('a calendar', () => {
  it('may let judges begin at the very instant the lists close', () => {
    expect(windowFaults(windows)).toEqual([]);
  });

  it.each<[string, Partial<Windows>, string, string]>([
    [
      'a window that opens when it closes',
      { judging: span('2020-09-01', '2020-09-01') },
      '/windows/judging/opensAt',
      'not-before-close',
    ],
    [
      'lists that open before anyone can submit',
      { recommendation: span('2020-06-30', '2020-08-15') },
      '/windows/recommendation/opensAt',
      'before-submission-opens',
    ],
    [
      'lists that close while units still submit',
      { recommendation: span('2020-07-01', '2020-07-31') },
      '/windows/recommendation/closesAt',
      'before-submission-closes',
    ],
    [
      'judges who begin before the lists close',
      { judging: span('2020-08-14', '2020-09-01') },
      '/windows/judging/opensAt',
      'before-recommendation-closes',
    ],
  ])('is faulted for %s', (_what, part, path, code) => {
    expect(windowFaults({ ...windows, ...part })).toEqual([{ path, code }]);
  });

  it('lets the formal check begin when both lists are closed', () => {
    expect(checkingFrom(windows)).toEqual(new Date('2020-08-15'));
  });
});

describe('the usual calendar', () => {
  it('opens at midnight in Beijing and closes on Fridays at five', () => {
    // 15 July 2026 is a Wednesday; at this instant it has just begun in Beijing.
    expect(usualWindows(new Date('2026-07-14T16:00:00Z'))).toEqual({
      submission: span('2026-07-14T16:00:00Z', '2026-08-14T09:00:00Z'),
      recommendation: span('2026-07-14T16:00:00Z', '2026-08-28T09:00:00Z'),
      judging: span('2026-09-07T01:00:00Z', '2026-09-18T09:00:00Z'),
    });
  });

  it('is in order, has begun and has not ended, whenever it is made', () => {
    const date = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(date, (now) => {
        const made = usualWindows(now);
        expect(windowFaults(made)).toEqual([]);
        expect(made.submission.opensAt <= now && now < made.submission.closesAt).toBe(true);
        for (const { closesAt } of Object.values(made))
          expect([closesAt.getUTCDay(), closesAt.getUTCHours()]).toEqual([5, 9]);
      }),
    );
  });
});
