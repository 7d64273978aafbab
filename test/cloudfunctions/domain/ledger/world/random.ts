/** Numbers that follow from a seed alone: mulberry32, public domain, by Tommy Ettinger. */
export class Random {
  constructor(private state: number) {}

  /** 0 … below 1 */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  happens(chance: number): boolean {
    return this.next() < chance;
  }
}
