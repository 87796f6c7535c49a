import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodeHeap } from './node-heap.js';

const distances = fc.array(fc.nat(20), { minLength: 1, maxLength: 40 });

function takeAll(heap: NodeHeap): number[] {
  const taken: number[] = [];
  while (!heap.isEmpty) taken.push(heap.takeNearest());
  return taken;
}

describe('a heap of nodes', () => {
  it('gives every node once, nearest first', () => {
    fc.assert(
      fc.property(distances, (drawn) => {
        const heap = new NodeHeap(Float64Array.from(drawn));
        drawn.forEach((_, node) => heap.hasComeNearer(node));
        const taken = takeAll(heap);
        expect(new Set(taken).size).toBe(drawn.length);
        expect(taken.map((node) => drawn[node])).toEqual([...drawn].sort((a, b) => a - b));
      }),
    );
  });

  it('moves nodes forward that come nearer, and takes back nodes that left', () => {
    const change = fc.tuple(fc.nat(39), fc.nat(30), fc.boolean());
    fc.assert(
      fc.property(distances, fc.array(change, { maxLength: 60 }), (drawn, changes) => {
        const keys = Float64Array.from(drawn, (distance) => distance + 1000);
        const heap = new NodeHeap(keys);
        const inside = new Set<number>();
        for (const [drawnNode, nearer, isTake] of changes) {
          const node = drawnNode % drawn.length;
          const least = Math.min(...[...inside].map((each) => keys[each] as number));
          if (isTake && inside.size > 0) {
            const taken = heap.takeNearest();
            expect([keys[taken], inside.delete(taken)]).toEqual([least, true]);
          } else {
            keys[node] = (keys[node] as number) - nearer;
            heap.hasComeNearer(node);
            inside.add(node);
          }
        }
        expect(new Set(takeAll(heap))).toEqual(inside);
      }),
      { numRuns: 200 },
    );
  });

  it('is empty after it is cleared', () => {
    const heap = new NodeHeap(new Float64Array(3));
    heap.hasComeNearer(1);
    heap.clear();
    heap.hasComeNearer(2);
    expect(takeAll(heap)).toEqual([2]);
  });
});
