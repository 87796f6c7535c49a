import { ratio, roundHalfUp } from './exact.js';

/** Hundredths as points with two decimals. */
export const points = (hundredths: number): string => roundHalfUp(ratio(hundredths, 100), 2);
