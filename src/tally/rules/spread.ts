import { ratio, roundHalfUp } from './exact.js';

/** Hundredths as points with two decimals. */
export const points = (hundredths: number): string => roundHalfUp(ratio(hundredths, 100), 2);

export type SpreadLimits = {
  readonly warn: number;
  readonly recheck: number;
  readonly arbitrate: number;
};

/** How far apart an entry's judges are; limits and spread in hundredths, a limit is reached above it. */
export function spreadLevel(
  spread: number,
  { warn, recheck, arbitrate }: SpreadLimits,
): 'none' | 'warn' | 'recheck' | 'arbitrate' {
  if (spread > arbitrate) return 'arbitrate';
  if (spread > recheck) return 'recheck';
  return spread > warn ? 'warn' : 'none';
}
