import { canonicalJson, type Json } from '../../platform/pure/canonical-json.js';
import { drawRule, type DrawnStratum, hashOf, type Stratum } from './draw-lots.js';

export const signingParts = ['administrator', 'supervisor'] as const;
/** In which part somebody signs a draw. */
export type SigningPart = (typeof signingParts)[number];

/** An earlier draw of the same programme for one of the same strata: nobody draws again unseen. */
export type EarlierDraw = {
  readonly number: number;
  readonly state: string;
  /** Why it was given up, or why it was made. */
  readonly reason: string;
  readonly strata: readonly string[];
};

/** What is frozen and hashed before anybody knows the supervisor's number. */
export type DrawList = {
  readonly rule: string;
  readonly programme: { readonly slug: string; readonly name: string };
  /** From 1 in the programme. */
  readonly number: number;
  /** Why it is drawn again, else ''. */
  readonly reason: string;
  readonly earlier: readonly EarlierDraw[];
  readonly strata: readonly Stratum[];
};

export type DrawSignature = {
  readonly part: string;
  readonly name: string;
  readonly at: string;
  readonly digest: string;
};

/** All of a draw, from the list to the result. Times are ISO 8601 in UTC, hashes hexadecimal. */
export type DrawCore = {
  readonly list: DrawList;
  readonly listHash: string;
  readonly commitment: string;
  readonly committedAt: string;
  readonly committedBy: string;
  /** 64 hexadecimal digits, kept secret until the number was stored. */
  readonly nonce: string;
  /** Digits as they were typed. */
  readonly supervisorNumber: string;
  readonly numberedAt: string;
  readonly numberedBy: string;
  readonly seed: string;
  readonly result: readonly DrawnStratum[];
};

/** What leaves the house: the core, its hash, and who signed that hash. */
export type DrawRecord = {
  readonly core: DrawCore;
  readonly recordHash: string;
  readonly signatures: readonly DrawSignature[];
};

export const listText = (list: Omit<DrawList, 'rule'>): string =>
  canonicalJson({ ...list, rule: drawRule } as unknown as Json);
export const coreText = (core: DrawCore): string => canonicalJson(core as unknown as Json);
export const recordText = (record: DrawRecord): string => canonicalJson(record as unknown as Json);

/** What somebody signs: the record's hash, in which part, by name and when. */
export const signatureDigest = (
  recordHash: string,
  { part, name, at }: Omit<DrawSignature, 'digest'>,
): string => hashOf(drawRule, 'signature', recordHash, part, name, at);
