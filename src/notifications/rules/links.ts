import type { LetterKind } from './letters.js';

type Target = {
  readonly entryId?: string;
  readonly roundId?: string;
  /** A released page's address, such as /p/model-2026/notice. */
  readonly page?: string;
};

/** The page of ours that a letter leads to; an invitation's link is minted when it is sent. */
export function pageOf(kind: LetterKind, { entryId, roundId, page }: Target): string {
  if (kind === 'judge-invited') return '/judging/invitations';
  if (kind === 'round-opened' && roundId !== undefined) return `/judging/rounds/${roundId}`;
  if (kind.startsWith('entry-') && entryId !== undefined) return `/entries/${entryId}`;
  return page ?? '/';
}
