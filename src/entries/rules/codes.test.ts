import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blindCode } from './blind-code.js';
import { caseNo } from './case-no.js';
import { alphabet } from './code-alphabet.js';
import { isReceiptNo, receiptNo } from './receipt-no.js';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const symbol = fc.constantFrom(...alphabet);
const places = [3, 4, 5, 6, 8, 9, 10, 11, 13] as const;

describe('a receipt number', () => {
  it('is read again', () => {
    fc.assert(fc.property(bytes, (random) => isReceiptNo(receiptNo(random))));
  });
  it('betrays one wrong symbol', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(...places), symbol, (random, at, other) => {
        const number = receiptNo(random);
        fc.pre(number[at] !== other);
        return !isReceiptNo(number.slice(0, at) + other + number.slice(at + 1));
      }),
    );
  });
  it('betrays two neighbours exchanged', () => {
    fc.assert(
      fc.property(bytes, fc.constantFrom(3, 4, 5, 8, 9, 10), (random, at) => {
        const number = receiptNo(random);
        fc.pre(number[at] !== number[at + 1]);
        const exchanged = `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`;
        return !isReceiptNo(exchanged);
      }),
    );
  });
  it('shows no look-alikes', () => {
    fc.assert(fc.property(bytes, (random) => !/[01ILO]/.test(receiptNo(random).slice(3))));
  });
});

it('a blind code says its category and nothing else', () => {
  fc.assert(
    fc.property(bytes, (random) => /^DY-[2-9A-HJKMNP-Z]{4}$/.test(blindCode('DY', random))),
  );
});

describe('a case number', () => {
  it.each([
    ['430100', 3, '2026-DY-4301-03'],
    ['433100', 12, '2026-DY-4331-12'],
    ['439900', 1, '2026-DY-4399-01'],
    ['4399-ZZ1', 100, '2026-DY-4399ZZ1-100'],
  ])('of unit %s at rank %i is %s', (unitCode, rank, expected) => {
    expect(caseNo({ year: 2026, categoryCode: 'DY', unitCode, rank })).toBe(expected);
  });
});
