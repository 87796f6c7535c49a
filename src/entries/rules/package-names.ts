/** Marks that no file system takes, controls, and marks that change the direction of text. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}/\\:*?"<>|]/gu;
/** Names that Windows keeps for devices, with any ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
/** Bytes of UTF-8; a name may have 255. */
const longest = 180;

/** A name that is one part of a path on every system, and never leads out of its folder. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(unsafe, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = withinBytes(plain, longest).replace(/[. ]+$/g, '');
  if (short === '') return '_';
  return device.test(short) ? `_${short}` : short;
}

function withinBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}

const split = (name: string): readonly [string, string] => {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name.length - dot <= 6 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
};

/**
 * Gives each name once: what was given already gets a number before its ending. Systems that do not
 * tell capital letters apart must not meet two names either.
 */
export class GivenNames {
  readonly #given = new Set<string>();

  give(name: string): string {
    const safe = safeName(name);
    const [stem, ending] = split(safe);
    for (let nth = 1; ; nth++) {
      const candidate = nth === 1 ? safe : `${stem}（${nth}）${ending}`;
      const key = candidate.toLowerCase();
      if (this.#given.has(key)) continue;
      this.#given.add(key);
      return candidate;
    }
  }
}

/** 市州+案例名: how the notices ask for an entry's folder. */
export const folderOf = (prefectureName: string, title: string): string =>
  `${prefectureName}+${title}`;
