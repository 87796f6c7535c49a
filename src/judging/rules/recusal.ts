import type { ComputedKind } from './conflict-kinds.js';

/** Where somebody or something belongs. A judge from outside the province has no prefecture. */
export type Belonging = { readonly unitId: string | null; readonly prefectureId: string | null };

export type KnownJudge = Belonging & { readonly personId: string; readonly name: string };

export type KnownEntry = Belonging & {
  /** The units that have an entry in its category. */
  readonly unitsInCategory: ReadonlySet<string>;
  /** Who wrote or entered it: accounts, and names that its form gives. */
  readonly people: { readonly personIds: readonly string[]; readonly names: readonly string[] };
};

export type Strictness = 'forbid' | 'warn' | 'allow';

/** What the rules say of each kind: see `recusalRules` of programmes. */
export type RecusalPolicy = Readonly<Record<ComputedKind, Strictness>>;

/** A conflict that was found: a fact, or with a namesake only a question. */
export type FoundConflict = {
  readonly kind: ComputedKind;
  readonly state: 'confirmed' | 'proposed';
};

const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b;

/**
 * The conflicts between a judge and an entry that can be seen without asking. Whoever stands
 * directly under the province has that organisation's id for prefecture and is compared alike.
 */
export function computeConflicts(
  judge: KnownJudge,
  entry: KnownEntry,
  policy: RecusalPolicy,
): FoundConflict[] {
  const { personIds, names } = entry.people;
  const isAuthor = personIds.includes(judge.personId);
  const holds: Record<ComputedKind, boolean> = {
    'same-unit': isSame(judge.unitId, entry.unitId),
    'same-prefecture': isSame(judge.prefectureId, entry.prefectureId),
    'own-unit-in-category': judge.unitId !== null && entry.unitsInCategory.has(judge.unitId),
    'took-part': isAuthor || names.includes(judge.name),
  };
  return (Object.keys(holds) as ComputedKind[])
    .filter((kind) => holds[kind] && policy[kind] !== 'allow')
    .map((kind) => ({ kind, state: kind === 'took-part' && !isAuthor ? 'proposed' : 'confirmed' }));
}
