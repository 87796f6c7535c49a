import { StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { OutgoingFile } from '../files/outgoing-file.js';

/** The bytes of a file in the description of the API. */
export const fileSchema = { type: 'string', format: 'binary' } as const;

/** Documents a route that answers with a file. */
export const SendsFile = () => ApiOkResponse({ schema: fileSchema });

/** Sends a file to be saved, never to be shown: it cannot run anything on our pages. */
export function download(reply: FastifyReply, file: OutgoingFile): StreamableFile {
  void reply.headers({
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  return new StreamableFile(file.bytes, {
    type: file.mediaType,
    length: file.size,
    disposition: attachmentDisposition(file.name),
  });
}

/** RFC 6266: a plain name for old programs, the true one in UTF-8. */
export function attachmentDisposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
