export type SeatState = 'waiting' | 'called' | 'left' | 'skipped';

/** Somebody of a stratum in the order of the lots. */
export type Seat = {
  /** From 1. */
  readonly position: number;
  readonly state: SeatState;
  readonly replaces: number | null;
};

/** Why an expert of a draw is passed over when their turn comes. */
export type SkipReason = 'paused' | 'removed' | 'already-invited' | 'conflicts-with-all';

/** The next of a stratum to be called while it has fewer judges than it wants; null when none is wanted or left. */
export function nextSeat<Row extends Seat>(seats: readonly Row[], draw: number): Row | null {
  const called = seats.filter(({ state }) => state === 'called').length;
  return called >= draw ? null : (inOrder(seats).find(({ state }) => state === 'waiting') ?? null);
}

/** Whose place a reserve takes: the first that is empty and that nobody took. Null for one of the drawn. */
export function placeOf(seats: readonly Seat[], position: number, draw: number): number | null {
  if (position <= draw) return null;
  const filled = new Set(
    seats.filter(({ state }) => state !== 'skipped').map(({ replaces }) => replaces),
  );
  const empty = inOrder(seats).find(
    (seat) => (seat.state === 'left' || seat.state === 'skipped') && !filled.has(seat.position),
  );
  return empty?.position ?? null;
}

/** Whether a third or more of a stratum's places lost the drawn: a hint to look closer. */
export function manyReplaced(seats: readonly Seat[], draw: number): boolean {
  const drawn = seats.filter(({ position }) => position <= draw);
  const lost = drawn.filter(({ state }) => state === 'left' || state === 'skipped').length;
  return 3 * lost >= draw;
}

const inOrder = <Row extends Seat>(seats: readonly Row[]): Row[] =>
  [...seats].sort((a, b) => a.position - b.position);
