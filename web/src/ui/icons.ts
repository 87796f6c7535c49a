/** Paths on a 20 × 20 grid, drawn with a 1.5 px stroke. An icon always stands beside words. */
export const icons = {
  check: ['M4 10.5l4 4 8-9'],
  cross: ['M5 5l10 10', 'M15 5L5 15'],
  return: ['M8 5L4 9l4 4', 'M4 9h8a4 4 0 0 1 0 8H9'],
  flag: ['M5 17V3', 'M5 4h9l-2 3 2 3H5'],
  star: ['M10 3l2.1 4.5 4.9.6-3.6 3.4.9 4.9L10 14l-4.3 2.4.9-4.9L3 8.1l4.9-.6z'],
  info: ['M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z', 'M10 9.5V14', 'M10 6.5v.1'],
  warning: ['M10 3.5L17.5 16h-15z', 'M10 8.5v3.5', 'M10 14v.1'],
  clock: ['M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14z', 'M10 6v4.2l2.8 1.8'],
  menu: ['M3.5 6h13', 'M3.5 10h13', 'M3.5 14h13'],
  down: ['M5 8l5 5 5-5'],
  up: ['M5 12l5-5 5 5'],
  left: ['M12 5l-5 5 5 5'],
  right: ['M8 5l5 5-5 5'],
  person: ['M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z', 'M3.8 17a6.2 6.2 0 0 1 12.4 0'],
  upload: ['M10 13V4', 'M6.5 7.5L10 4l3.5 3.5', 'M4 13v3.5h12V13'],
  download: ['M10 4v9', 'M6.5 9.5L10 13l3.5-3.5', 'M4 14v2.5h12V14'],
  file: ['M5.5 3h6L15 6.5V17h-9.5z', 'M11.5 3v3.5H15'],
  search: ['M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z', 'M13.2 13.2L17 17'],
  plus: ['M10 4v12', 'M4 10h12'],
  bin: ['M4 6h12', 'M8 6V4h4v2', 'M5.5 6l.7 11h7.6l.7-11'],
  pen: ['M4 16l.8-3.2L13.5 4 16 6.5l-8.8 8.7z'],
  print: ['M6 8V3.5h8V8', 'M6 14H3.5V8h13v6H14', 'M6 12h8v4.5H6z'],
  lock: ['M5 9h10v8H5z', 'M7 9V6.5a3 3 0 0 1 6 0V9'],
  link: ['M11 4h5v5', 'M16 4l-7 7', 'M13 11v5H4V7h5'],
} as const satisfies Record<string, readonly string[]>;

export type IconName = keyof typeof icons;
