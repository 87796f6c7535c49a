/** Residents in ten thousands by prefecture, census of 2020: a beginning to be looked at, not a rule. */
export const population: Readonly<Record<string, number>> = {
  '430100': 1004.8,
  '430200': 390.3,
  '430300': 272.6,
  '430400': 664.5,
  '430500': 656.4,
  '430600': 505.2,
  '430700': 527.9,
  '430800': 151.7,
  '430900': 385.2,
  '431000': 466.7,
  '431100': 529,
  '431200': 458.8,
  '431300': 382.7,
  '433100': 248.8,
};
