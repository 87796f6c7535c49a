/** Reads what a person typed as a number; full-width digits and thousands marks are understood. */
export function readNumber(text: string, decimals: number): number | null {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  if (plain === '') return null;
  const shape = decimals > 0 ? new RegExp(`^-?\\d+(\\.\\d{1,${decimals}})?$`) : /^-?\d+$/;
  return shape.test(plain) ? Number(plain) : Number.NaN;
}
