import { Readable } from 'node:stream';

/** A file on its way out of the house. */
export type OutgoingFile = {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes; absent where it is made while it is sent. */
  readonly size?: number;
  readonly bytes: Readable;
};

/** A file that was made whole. */
export const madeFile = (name: string, mediaType: string, bytes: Buffer): OutgoingFile => ({
  name,
  mediaType,
  size: bytes.length,
  bytes: Readable.from(bytes),
});
