import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manyReplaced, nextSeat, placeOf, type Seat, type SeatState } from './draw-seats.js';

const seats = (...states: readonly SeatState[]): Seat[] =>
  states.map((state, at) => ({ position: at + 1, state, replaces: null }));

describe('the places of a stratum', () => {
  it.each([
    ['the first of the drawn', seats('waiting', 'waiting', 'waiting'), 1],
    ['the drawn before the reserves', seats('called', 'waiting', 'waiting'), 2],
    ['nobody while all places are filled', seats('called', 'called', 'waiting'), null],
    ['a reserve for who left', seats('left', 'called', 'waiting'), 3],
    ['the next reserve for one passed over', seats('left', 'called', 'skipped', 'waiting'), 4],
    ['nobody when none is left', seats('left', 'called', 'skipped'), null],
  ])('go to %s', (_whom, rows, position) => {
    expect(nextSeat([...rows].reverse(), 2)?.position ?? null).toBe(position);
  });

  it('name whose place a reserve takes, each once', () => {
    expect(placeOf(seats('waiting', 'waiting'), 1, 2)).toBeNull();
    const rows = seats('left', 'skipped', 'waiting', 'waiting');
    expect(placeOf(rows, 3, 2)).toBe(1);
    const taken = rows.map((row) =>
      row.position === 3 ? { ...row, state: 'called' as const, replaces: 1 } : row,
    );
    expect(placeOf(taken, 4, 2)).toBe(2);
    const leftAgain = taken.map((row) =>
      row.position === 3 ? { ...row, state: 'left' as const } : row,
    );
    expect(placeOf(leftAgain, 4, 2)).toBe(2);
  });

  it('are filled in the order of the lots, never more than wanted, whoever leaves when', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 6 }),
        fc.array(fc.nat({ max: 10 }), { maxLength: 12 }),
        (draw, reserves, leaving) => {
          let rows = seats(...Array<SeatState>(draw + reserves).fill('waiting'));
          const order: number[] = [];
          const fill = (): void => {
            for (let next = nextSeat(rows, draw); next; next = nextSeat(rows, draw)) {
              const { position } = next;
              const replaces = placeOf(rows, position, draw);
              order.push(position);
              rows = rows.map((row) =>
                row.position === position ? { ...row, state: 'called', replaces } : row,
              );
            }
          };
          fill();
          for (const one of leaving) {
            const called = rows.filter(({ state }) => state === 'called');
            const gone = called[one % Math.max(1, called.length)]?.position;
            rows = rows.map((row) => (row.position === gone ? { ...row, state: 'left' } : row));
            fill();
            const now = rows.filter(({ state }) => state === 'called').length;
            const left = rows.filter(({ state }) => state === 'left').length;
            expect(now).toBe(Math.min(draw, draw + reserves - left));
          }
          expect(order).toEqual(order.map((_, at) => at + 1));
          const replaced = rows.flatMap(({ replaces }) => replaces ?? []);
          expect(new Set(replaced).size).toBe(replaced.length);
          expect(replaced).toHaveLength(Math.max(0, order.length - draw));
        },
      ),
    );
  });

  it.each([
    [seats('called', 'called', 'called', 'waiting'), 3, false],
    [seats('left', 'called', 'called', 'called'), 3, true],
    [seats('left', 'called', 'called', 'called', 'called'), 4, false],
  ])('tell when a third of the drawn was lost', (rows, draw, answer) => {
    expect(manyReplaced(rows, draw)).toBe(answer);
  });
});
