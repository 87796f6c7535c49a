import type {} from '@fastify/multipart';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { PassThrough, type Readable } from 'node:stream';
import { Refused } from '../refusal/refused.js';
import { fileSchema } from './download.js';

export type SentFile = { readonly fileName: string; readonly bytes: Readable };

/** Documents a route that is sent one file in a multipart form. */
export const TakesFile = () =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', properties: { file: fileSchema } } }),
  );

/**
 * The first file of a multipart request, or null. Its bytes are not limited here: who reads them does.
 * What is not read when the answer is ready is let go, so that the connection stays usable.
 * @throws Refused platform.upload-broken, also from the bytes, when the form ends in the middle
 */
export async function sentFile(request: FastifyRequest): Promise<SentFile | null> {
  if (!request.isMultipart()) return null;
  const part = await firstPart(request);
  if (part === undefined) return null;
  const { file, filename: fileName } = part;
  if (file.destroyed) throw new Refused('platform.upload-broken');
  const bytes = new PassThrough();
  file.once('error', () => bytes.destroy(new Refused('platform.upload-broken')));
  bytes.once('close', () => file.destroy());
  file.once('close', () => request.raw.unpipe().resume());
  return { fileName, bytes: file.pipe(bytes) };
}

async function firstPart(request: FastifyRequest) {
  try {
    return await request.file({ limits: { fileSize: Infinity }, throwFileSizeLimit: false });
  } catch (error) {
    throw isUnreadable(error) ? new Refused('platform.upload-broken') : error;
  }
}

/** The reader of forms throws plain errors for what the sender did; those of Fastify bear a status. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Error && !('statusCode' in error);

/** As `sentFile`, where there must be one. @throws Refused with this code where there is none */
export async function requiredFile(
  request: FastifyRequest,
  missing: Refused['code'],
): Promise<SentFile> {
  const file = await sentFile(request);
  if (file === null) throw new Refused(missing);
  return file;
}
