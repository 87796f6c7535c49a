/** The list with one member taken from a place and put at another. */
export function moved<Member>(list: readonly Member[], from: number, to: number): Member[] {
  const result = [...list];
  const [member] = result.splice(from, 1);
  if (member !== undefined) result.splice(Math.max(0, Math.min(to, result.length)), 0, member);
  return result;
}
