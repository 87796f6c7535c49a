export type Conflict = 'same-unit' | 'same-prefecture';

/** Where somebody or something belongs. A judge from outside the province has no prefecture. */
export type Belonging = { readonly unitId: string | null; readonly prefectureId: string | null };

export type RecusalPolicy = { readonly samePrefecture: boolean; readonly sameUnit: boolean };

/**
 * The conflicts between a judge and an entry that can be seen without asking. Whoever stands
 * directly under the province has that organisation's id for prefecture and is compared alike.
 */
export function computeConflicts(
  judge: Belonging,
  entry: Belonging,
  policy: RecusalPolicy,
): Conflict[] {
  const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b;
  const conflicts: Conflict[] = [];
  if (policy.sameUnit && isSame(judge.unitId, entry.unitId)) conflicts.push('same-unit');
  if (policy.samePrefecture && isSame(judge.prefectureId, entry.prefectureId))
    conflicts.push('same-prefecture');
  return conflicts;
}
