/**
 * Pictures without what was written beside the picture: camera, place, author, thumbnails.
 * The picture itself is copied byte for byte.
 * @returns null when the bytes are not laid out as such a picture
 */
export function stripJpeg(bytes: Buffer): Buffer | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xd9) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (keptMarkers(marker)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const next = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, next));
    at = next;
  }
  return Buffer.concat([...kept, Buffer.from([0xff, 0xd9])]);
}

/** Tables, frames and scans; of the application's own parts JFIF, colour profile and Adobe's colours. */
const keptMarkers = (marker: number): boolean =>
  marker < 0xe0 || marker === 0xe0 || marker === 0xe2 || marker === 0xee;

/** Within a scan, FF is followed by 00 or by a restart mark; anything else ends it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker !== undefined && marker !== 0 && marker !== 0xff && (marker & 0xf8) !== 0xd0)
      return at;
  }
  return bytes.length;
}

const keptChunks: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'pHYs',
  'bKGD',
]);
const pngMagic = 8;

/** As `stripJpeg`, for PNG. */
export function stripPng(bytes: Buffer): Buffer | null {
  if (bytes.length < pngMagic || bytes.toString('latin1', 1, 4) !== 'PNG') return null;
  const kept: Buffer[] = [bytes.subarray(0, pngMagic)];
  for (let at = pngMagic; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) return null;
    if (keptChunks.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return null;
}
