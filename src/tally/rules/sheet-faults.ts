import type { Sheet, TallyConfig, TallyEntry } from './tally-shapes.js';

/** Why a tally cannot be made. */
export type SheetFault = {
  readonly entry: string;
  /** Null where the entry as a whole is at fault. */
  readonly judge: string | null;
  readonly fault:
    | 'no-sheets'
    | 'entry-twice'
    | 'judge-twice'
    | 'criterion-missing'
    | 'criterion-unknown'
    | 'score-out-of-range';
};

/** What is wrong with the sheets: a tally counts whole sheets or none. */
export function sheetFaults(
  entries: readonly TallyEntry[],
  criteria: TallyConfig['criteria'],
): SheetFault[] {
  return entries.flatMap(({ entry, sheets }, index) => {
    const about = (judge: string | null, fault: SheetFault['fault'] | null): SheetFault[] =>
      fault ? [{ entry, judge, fault }] : [];
    const isTwice = entries.findIndex((other) => other.entry === entry) < index;
    return [
      ...about(null, isTwice ? 'entry-twice' : null),
      ...about(null, sheets.length === 0 ? 'no-sheets' : null),
      ...sheets.flatMap((sheet) => about(sheet.judge, faultOf(sheet, sheets, criteria))),
    ];
  });
}

function faultOf(
  sheet: Sheet,
  sheets: readonly Sheet[],
  criteria: TallyConfig['criteria'],
): SheetFault['fault'] | null {
  const { judge, scores } = sheet;
  const isOut = (score: number, max: number): boolean =>
    !Number.isSafeInteger(score) || score < 0 || score > max;
  if (sheets.some((other) => other !== sheet && other.judge === judge)) return 'judge-twice';
  if (criteria.some(({ key }) => !Object.hasOwn(scores, key))) return 'criterion-missing';
  if (Object.keys(scores).length > criteria.length) return 'criterion-unknown';
  if (criteria.some(({ key, max }) => isOut(scores[key] as number, max)))
    return 'score-out-of-range';
  return null;
}
