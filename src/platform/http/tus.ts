import { applyDecorators, Header } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../refusal/refused.js';
import { fileSchema } from './download.js';

/** The resumable upload protocol https://tus.io/protocols/resumable-upload, with these extensions. */
export const tusVersion = '1.0.0';
const extensions = 'creation,expiration,termination';

const partType = 'application/offset+octet-stream';
const whole = /^(0|[1-9]\d{0,14})$/;
const pair = /^([A-Za-z0-9_-]{1,40})(?: ([A-Za-z0-9+/]*={0,2}))?$/;

/** Lets the bytes of a part through unread: who takes them reads the request itself. */
export const takeParts = (fastify: FastifyInstance): void =>
  fastify.addContentTypeParser(partType, (_request, _bytes, done) => done(null));

/** Every route of the protocol names its version. */
export const SpeaksTus = () => applyDecorators(Header('tus-resumable', tusVersion));

export const TakesPart = () =>
  applyDecorators(
    SpeaksTus(),
    ApiHeader({ name: 'Upload-Offset', required: true }),
    ApiConsumes(partType),
    ApiBody({ schema: fileSchema }),
  );

export const describeTus = (reply: FastifyReply): void =>
  void reply.headers({ 'tus-version': tusVersion, 'tus-extension': extensions });

/** @throws Refused platform.tus-version for a client of another protocol */
export function demandTus({ headers }: FastifyRequest): void {
  if (headers['tus-resumable'] !== tusVersion) throw new Refused('platform.tus-version');
}

/** A whole number of bytes in a header. @throws Refused platform.upload-header */
export function bytesHeader(
  { headers }: FastifyRequest,
  name: 'upload-length' | 'upload-offset',
): number {
  const value = headers[name];
  if (typeof value !== 'string' || !whole.test(value)) throw new Refused('platform.upload-header');
  return Number(value);
}

/**
 * What the client says of the file: names and texts in Base64.
 * @throws Refused platform.upload-header when it is not that
 */
export function uploadMetadata({ headers }: FastifyRequest): ReadonlyMap<string, string> {
  const header = headers['upload-metadata'];
  if (typeof header !== 'string' || header.length > 4096)
    throw new Refused('platform.upload-header');
  return new Map(header.split(',').map((item) => readPair(item.trim())));
}

function readPair(item: string): [string, string] {
  const [, name, encoded = ''] = pair.exec(item) ?? [];
  if (name === undefined) throw new Refused('platform.upload-header');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64'));
    return [name, text.replaceAll('\0', '')];
  } catch {
    throw new Refused('platform.upload-header');
  }
}

/**
 * The bytes of a part as they come. Reading may stop early: the connection stays usable.
 * @throws Refused platform.bad-type when the request bears anything else; and from the bytes,
 * platform.upload-broken when the sender goes away
 */
export function sentPart(request: FastifyRequest): AsyncIterable<Buffer> {
  if (request.headers['content-type'] !== partType) throw new Refused('platform.bad-type');
  return bytesOf(request);
}

async function* bytesOf({ raw }: FastifyRequest): AsyncGenerator<Buffer, void, void> {
  try {
    yield* raw.iterator({ destroyOnReturn: false });
  } catch {
    throw new Refused('platform.upload-broken');
  }
}
