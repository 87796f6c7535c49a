import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';

export type SentFile = { readonly fileName: string; readonly bytes: Readable };

/**
 * The first file of a multipart request, or null. Its bytes are not limited here: who reads them does.
 * What is not read when the answer is ready is let go, so that the connection stays usable.
 */
export async function sentFile(request: FastifyRequest): Promise<SentFile | null> {
  if (!request.isMultipart()) return null;
  const part = await request.file({ limits: { fileSize: Infinity }, throwFileSizeLimit: false });
  if (part === undefined) return null;
  part.file.once('close', () => request.raw.unpipe().resume());
  return { fileName: part.filename, bytes: part.file };
}
