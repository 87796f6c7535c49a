/** Of a node's arc to its parent: up leads to the parent, down comes from it. */
export const up = 1;
export const down = -1;

type Column = Int8Array | Int32Array | Float64Array;
export const at = (column: Column, index: number): number => column[index] as number;

/** A rooted tree over the nodes from 0 to `root`, in columns; -1 stands for no node. */
export class SpanningTree {
  readonly parent: Int32Array;
  /** The arc to the parent, and which way it leads. */
  readonly arc: Int32Array;
  readonly direction: Int8Array;
  readonly #depth: Int32Array;
  readonly #child: Int32Array;
  readonly #next: Int32Array;
  readonly #before: Int32Array;

  /** A tree of the root alone; nodes are hung on one by one. */
  constructor(root: number) {
    const column = (fill: number): Int32Array => new Int32Array(root + 1).fill(fill);
    [this.parent, this.arc, this.#depth] = [column(-1), column(-1), column(0)];
    [this.#child, this.#next, this.#before] = [column(-1), column(-1), column(-1)];
    this.direction = new Int8Array(root + 1);
  }

  hang(node: number, parent: number, arc: number, direction: number): void {
    this.parent[node] = parent;
    this.arc[node] = arc;
    this.direction[node] = direction;
    this.#depth[node] = at(this.#depth, parent) + 1;
    const first = at(this.#child, parent);
    this.#next[node] = first;
    this.#before[node] = -1;
    if (first >= 0) this.#before[first] = node;
    this.#child[parent] = node;
  }

  /** The nearest node that both stand under. */
  join(one: number, two: number): number {
    while (one !== two) {
      const deep = at(this.#depth, one);
      const deeper = at(this.#depth, two);
      if (deep >= deeper) one = at(this.parent, one);
      if (deeper >= deep) two = at(this.parent, two);
    }
    return one;
  }

  /** Cuts the arc above `out` and hangs what was below it to `anchor`, with `top` uppermost. */
  regraft(
    out: number,
    top: number,
    graft: { readonly anchor: number; readonly arc: number; readonly direction: number },
  ): void {
    let { anchor: parent, arc, direction } = graft;
    for (let node = top; ;) {
      const upper = at(this.parent, node);
      const [oldArc, oldDirection] = [at(this.arc, node), at(this.direction, node)];
      this.#unhang(node);
      this.hang(node, parent, arc, direction);
      if (node === out) return;
      [parent, arc, direction, node] = [node, oldArc, -oldDirection, upper];
    }
  }

  /** Visits `top` and everything below it, parents first, and brings depths up to date. */
  walk(top: number, visit: (node: number) => void): void {
    for (let node = top; node >= 0; node = this.#after(node, top)) {
      this.#depth[node] = at(this.#depth, at(this.parent, node)) + 1;
      visit(node);
    }
  }

  #after(node: number, top: number): number {
    const child = at(this.#child, node);
    if (child >= 0) return child;
    while (node !== top && at(this.#next, node) < 0) node = at(this.parent, node);
    return node === top ? -1 : at(this.#next, node);
  }

  #unhang(node: number): void {
    const [before, next] = [at(this.#before, node), at(this.#next, node)];
    if (before >= 0) this.#next[before] = next;
    else this.#child[at(this.parent, node)] = next;
    if (next >= 0) this.#before[next] = before;
  }
}
