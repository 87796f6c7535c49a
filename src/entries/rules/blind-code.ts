import { symbols } from './code-alphabet.js';

/** The only name a judge knows an entry by, such as `DY-7K3Q`. It says nothing but the category. */
export const blindCode = (categoryCode: string, bytes: Uint8Array): string =>
  `${categoryCode}-${symbols(bytes, 4)}`;
