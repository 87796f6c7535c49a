/** Digits and capitals without look-alikes (0 O, 1 I L): 31 symbols, a prime, as the check needs. */
export const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** As many symbols as asked, from random bytes; 16 bytes leave no bias that matters. */
export function symbols(bytes: Uint8Array, count: number): string {
  let rest = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = '';
  for (let made = 0; made < count; made++) {
    text += alphabet[Number(rest % 31n)];
    rest /= 31n;
  }
  return text;
}

/** One symbol that betrays any single wrong symbol and any two neighbours exchanged. */
export function checkSymbol(text: string): string {
  const sum = [...text].reduce(
    (total, symbol, index) => total + alphabet.indexOf(symbol) * (index + 2),
    0,
  );
  return alphabet[sum % 31] ?? '';
}
