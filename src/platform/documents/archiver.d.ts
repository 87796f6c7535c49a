/** The part of archiver that we use; the package brings no types. */
declare module 'archiver' {
  import type { Readable, Transform } from 'node:stream';

  type EntryData = { readonly name: string; readonly date?: Date; readonly store?: boolean };

  interface Archiver extends Transform {
    append(source: Readable | Buffer | string, data: EntryData): this;
    finalize(): Promise<void>;
    abort(): this;
  }

  export default function archiver(
    format: 'zip',
    options: { readonly zlib?: { readonly level: number }; readonly forceUTC?: boolean },
  ): Archiver;
}
