import { checkSymbol, symbols } from './code-alphabet.js';

/** The number on a receipt, such as `LX-7K3Q-9F2M-C`: eight random symbols and one that checks them. */
export function receiptNo(bytes: Uint8Array): string {
  const body = symbols(bytes, 8);
  return `LX-${body.slice(0, 4)}-${body.slice(4)}-${checkSymbol(body)}`;
}

/** Whether a number that somebody typed can be one of ours. */
export function isReceiptNo(text: string): boolean {
  const parts = /^LX-([2-9A-Z]{4})-([2-9A-Z]{4})-([2-9A-Z])$/.exec(text);
  return parts !== null && checkSymbol(`${parts[1]}${parts[2]}`) === parts[3];
}
