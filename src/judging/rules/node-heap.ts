/** A binary heap of the nodes 0..n-1, nearest first, for Dijkstra's method. */
export class NodeHeap {
  private readonly nodes: Int32Array;
  /** Where a node stands in `nodes`; -1 when it is not in the heap. */
  private readonly places: Int32Array;
  private size = 0;

  constructor(private readonly distances: Float64Array) {
    this.nodes = new Int32Array(distances.length);
    this.places = new Int32Array(distances.length).fill(-1);
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  clear(): void {
    this.places.fill(-1);
    this.size = 0;
  }

  /** Adds a node, or moves it forward after its distance became smaller. */
  hasComeNearer(node: number): void {
    if (this.placeOf(node) < 0) this.put(node, this.size++);
    this.rise(this.placeOf(node));
  }

  /** Takes the nearest node out. The heap must not be empty. */
  takeNearest(): number {
    const nearest = this.nodeAt(0);
    this.places[nearest] = -1;
    this.size--;
    if (this.size > 0) {
      this.put(this.nodeAt(this.size), 0);
      this.sink(0);
    }
    return nearest;
  }

  private rise(from: number): void {
    const node = this.nodeAt(from);
    let place = from;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.distanceAt(parent) <= this.distanceOf(node)) break;
      this.put(this.nodeAt(parent), place);
      place = parent;
    }
    this.put(node, place);
  }

  private sink(from: number): void {
    const node = this.nodeAt(from);
    let place = from;
    while (true) {
      const child = this.nearerChild(place);
      if (child >= this.size || this.distanceAt(child) >= this.distanceOf(node)) break;
      this.put(this.nodeAt(child), place);
      place = child;
    }
    this.put(node, place);
  }

  private nearerChild(place: number): number {
    const left = 2 * place + 1;
    const right = left + 1;
    return right < this.size && this.distanceAt(right) < this.distanceAt(left) ? right : left;
  }

  private put(node: number, place: number): void {
    this.nodes[place] = node;
    this.places[node] = place;
  }

  private nodeAt = (place: number): number => this.nodes[place] as number;
  private placeOf = (node: number): number => this.places[node] as number;
  private distanceOf = (node: number): number => this.distances[node] as number;
  private distanceAt = (place: number): number => this.distanceOf(this.nodeAt(place));
}
