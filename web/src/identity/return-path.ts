/** The page of ours to go back to after signing in; anything that could lead elsewhere leads home. */
export function returnPath(wanted: unknown): string {
  const safe = typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted);
  return safe && !wanted.startsWith('/sign-in') ? wanted : '/';
}
