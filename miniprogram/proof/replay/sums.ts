/** Names and amounts, as JSON. */
export type SumsState = [name: string, amount: number][];

/** Amounts by a name made of its parts; those of zero are left out. */
export class Sums {
  private readonly amounts: Map<string, number>;

  constructor(state: SumsState = []) {
    this.amounts = new Map(state);
  }

  state(): SumsState {
    return [...this.amounts];
  }

  add(parts: readonly string[], amount: number): number {
    const name = parts.join(' ');
    const sum = (this.amounts.get(name) ?? 0) + amount;
    if (sum === 0) this.amounts.delete(name);
    else this.amounts.set(name, sum);
    return sum;
  }

  *[Symbol.iterator](): Generator<{ name: string; parts: string[]; amount: number }> {
    for (const [name, amount] of this.amounts) yield { name, parts: name.split(' '), amount };
  }

  get isEmpty(): boolean {
    return this.amounts.size === 0;
  }

  /** Sums whose names begin with these parts. */
  total(...first: string[]): number {
    let total = 0;
    for (const { parts, amount } of this)
      if (first.every((part, index) => parts[index] === part)) total += amount;
    return total;
  }

  get(...parts: string[]): number {
    return this.amounts.get(parts.join(' ')) ?? 0;
  }

  /** The first name whose amount differs from the other's, null when they are equal. */
  differenceFrom(other: Sums): string | null {
    for (const name of [...this.amounts.keys(), ...other.amounts.keys()]) {
      if (this.amounts.get(name) !== other.amounts.get(name)) return name;
    }
    return null;
  }
}
