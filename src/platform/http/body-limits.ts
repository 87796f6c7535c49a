import type { FastifyInstance } from 'fastify';

const deepest = 20;
const mostKeys = 20_000;

export const largestJson = 1024 * 1024;
export const largestAuthJson = 16 * 1024;

class TooComplex extends Error {
  readonly statusCode = 413;
}

class IllFormed extends Error {
  readonly statusCode = 400;
}

/** Refuses bodies that are cheap to send and dear to validate, before any pipe sees them. */
export function limitBodies(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', async (request) => {
    if (request.body !== undefined && request.body !== null)
      inspect(request.body, deepest, { keys: 0 });
  });
}

function inspect(value: unknown, depthLeft: number, seen: { keys: number }): void {
  if (typeof value === 'string') return inspectText(value);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return;
  if (depthLeft === 0) throw new TooComplex();
  for (const [key, member] of Object.entries(value)) {
    if (++seen.keys > mostKeys) throw new TooComplex();
    inspectText(key);
    inspect(member, depthLeft - 1, seen);
  }
}

/** Lone surrogates and NUL would be stored as something other than what was sent. */
function inspectText(text: string): void {
  if (!text.isWellFormed() || text.includes('\0')) throw new IllFormed();
}
