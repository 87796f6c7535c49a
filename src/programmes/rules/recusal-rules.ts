/** The conflicts that can be computed, which a selection's rules speak of. */
export const recusalKinds = [
  'same-unit',
  'same-prefecture',
  'own-unit-in-category',
  'took-part',
] as const;
export type RecusalKind = (typeof recusalKinds)[number];

/** `warn` keeps a pair apart too, but an administrator may dismiss it with a reason; `allow` does not look. */
export const strictnesses = ['forbid', 'warn', 'allow'] as const;
export type Strictness = (typeof strictnesses)[number];

export type RecusalRules = Readonly<Record<RecusalKind, Strictness>>;

/** What the rules say of each kind; where they name none, the two flags and what is usual. */
export function recusalRules({
  sameUnit,
  samePrefecture,
  strictness,
}: {
  readonly sameUnit: boolean;
  readonly samePrefecture: boolean;
  readonly strictness?: Partial<RecusalRules>;
}): RecusalRules {
  return {
    'same-unit': sameUnit ? 'forbid' : 'allow',
    'same-prefecture': samePrefecture ? 'forbid' : 'allow',
    'own-unit-in-category': 'allow',
    'took-part': 'forbid',
    ...strictness,
  };
}
