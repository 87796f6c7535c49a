/** Hundredths between the highest and the lowest total of an entry; a limit is reached above it. */
export type SpreadLimits = {
  readonly warn: number;
  readonly recheck: number;
  readonly arbitrate: number;
};

export type SpreadLevel = 'none' | 'warn' | 'recheck' | 'arbitrate';

/** How far apart an entry's judges are. */
export function spreadLevel(
  spread: number,
  { warn, recheck, arbitrate }: SpreadLimits,
): SpreadLevel {
  if (spread > arbitrate) return 'arbitrate';
  if (spread > recheck) return 'recheck';
  return spread > warn ? 'warn' : 'none';
}
