/**
 * The readable number of a recommended entry: `2026-DY-4301-03`. A prefecture is named by the first
 * four digits of its administrative code, a unit with a code of another form by the whole of it.
 */
export function caseNo(entry: {
  readonly year: number;
  readonly categoryCode: string;
  readonly unitCode: string;
  readonly rank: number;
}): string {
  const unit = /^\d{6}$/.test(entry.unitCode)
    ? entry.unitCode.slice(0, 4)
    : entry.unitCode.replaceAll('-', '');
  return `${entry.year}-${entry.categoryCode}-${unit}-${String(entry.rank).padStart(2, '0')}`;
}
