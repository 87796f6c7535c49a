import type { Payload } from '../../platform/pure/payload.js';
import type { LetterKind } from './letters.js';

type Release = { readonly slug: string; readonly kind: 'notice' | 'final' };

/** The page of ours that a letter leads to; an invitation's link is minted when it is sent. */
export function pageOf(kind: LetterKind, params: Payload, release?: Release): string {
  if (kind === 'judge-invited') return '/judge';
  if (kind === 'spread-undecided') return '/judge/spreads';
  if (deskKinds.includes(kind)) return `/judge/${String(params['roundId'])}/desk`;
  if (kind === 'list-unlocked') return '/unit/report';
  if (release !== undefined)
    return `/p/${release.slug}/${release.kind === 'notice' ? 'notice' : 'results'}`;
  return `/my/entries/${String(params['entryId'])}`;
}

/** Letters that lead to the judge's desk. */
const deskKinds: readonly LetterKind[] = [
  'round-opened',
  'sheet-unlocked',
  'second-look',
  'sheet-added',
];
