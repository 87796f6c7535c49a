import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OpenedFile } from '../use-cases/read-blind-file.js';

const shownImages: ReadonlySet<string> = new Set(['image/jpeg', 'image/png']);

/** Sends a file so that a browser can only show it as a picture or save it, never run it. */
export function sendBlindFile(reply: FastifyReply, { file, bytes }: OpenedFile): StreamableFile {
  const isShown = shownImages.has(file.mediaType);
  void reply
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store');
  return new StreamableFile(bytes, {
    type: isShown ? file.mediaType : 'application/octet-stream',
    disposition: `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    length: file.size,
  });
}
