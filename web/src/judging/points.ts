/** Scores travel as whole hundredths; people write and read points. */
export const pointsOf = (hundredths: number | null): number | null =>
  hundredths === null ? null : hundredths / 100;

export const hundredthsOf = (points: number | null): number | null =>
  points === null ? null : Math.round(points * 100);

/** `84`, `83.5`: as short as the score allows. */
export const showPoints = (hundredths: number): string => String(hundredths / 100);

/** How many decimals a step of so many hundredths needs. */
export const decimalsOf = (step: number): number => {
  if (step % 100 === 0) return 0;
  return step % 10 === 0 ? 1 : 2;
};

/** A step up or down within the criterion; from nothing, up begins at zero. */
export function stepped(
  value: number | null,
  by: number,
  { step, max }: { readonly step: number; readonly max: number },
): number {
  if (value === null) return by > 0 ? 0 : max;
  return Math.min(max, Math.max(0, Math.round(value / step + by) * step));
}
