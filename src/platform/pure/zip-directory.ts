import { allow, type Decision, refuse } from './decision.js';

/** One entry of a zip archive as its central directory describes it. */
export type ZipEntry = {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated; nothing else occurs in office files. */
  readonly method: number;
  readonly compressedSize: number;
  /** What the archive says; only unpacking proves it. */
  readonly size: number;
  readonly isSymlink: boolean;
  /** Where the entry's own header begins. */
  readonly offset: number;
};

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const headerSignature = 0x04034b50;
const endLength = 22;
const longestComment = 65_535;

/** Reads the central directory without unpacking anything. Archives over 4 GiB are not read. */
export function readZipDirectory(bytes: Uint8Array): Decision<ZipEntry[], 'not-a-zip'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return refuse('not-a-zip');
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let read = 0; read < count; read++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return refuse('not-a-zip');
    entries.push(readEntry(view, bytes, at));
    at += entryLength(view, at);
  }
  return at <= end ? allow(entries) : refuse('not-a-zip');
}

/** The packed bytes of an entry, or null when its own header is not where the directory says. */
export function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, compressedSize } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== headerSignature) return null;
  const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return begin + compressedSize <= bytes.length
    ? bytes.subarray(begin, begin + compressedSize)
    : null;
}

/** The fixed part, then name, extra field and comment. */
const entryLength = (view: DataView, at: number): number =>
  46 +
  view.getUint16(at + 28, true) +
  view.getUint16(at + 30, true) +
  view.getUint16(at + 32, true);

function readEntry(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    compressedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    isSymlink: view.getUint32(at + 38, true) >>> 28 === 0xa,
    offset: view.getUint32(at + 42, true),
  };
}

const endsAt = (view: DataView, end: number): number =>
  end + endLength + view.getUint16(end + 20, true);

/** The end record stands last, but for its comment. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= 0 && at >= last - longestComment; at--)
    if (view.getUint32(at, true) === endSignature && endsAt(view, at) === view.byteLength)
      return at;
  return undefined;
}
