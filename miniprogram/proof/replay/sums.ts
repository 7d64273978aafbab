/** Names and amounts, as JSON. */
export type SumsState = [name: string, amount: number][];

export interface Sum {
  readonly name: string;
  readonly parts: readonly string[];
  readonly amount: number;
}

/** Amounts by a name made of its parts; those of zero are left out. */
export class Sums {
  private readonly sums = new Map<string, Sum & { amount: number }>();

  constructor(state: SumsState = []) {
    for (const [name, amount] of state) this.sums.set(name, { name, parts: name.split(' '), amount });
  }

  state(): SumsState {
    return Array.from(this.sums.values(), ({ name, amount }) => [name, amount]);
  }

  add(parts: readonly string[], amount: number): number {
    const name = parts.join(' ');
    const known = this.sums.get(name);
    if (known === undefined) {
      if (amount !== 0) this.sums.set(name, { name, parts, amount });
      return amount;
    }
    known.amount += amount;
    if (known.amount === 0) this.sums.delete(name);
    return known.amount;
  }

  [Symbol.iterator](): Iterator<Sum> {
    return this.sums.values();
  }

  get isEmpty(): boolean {
    return this.sums.size === 0;
  }

  /** Sums whose names begin with these parts. */
  total(...first: string[]): number {
    let total = 0;
    for (const { parts, amount } of this)
      if (first.every((part, index) => parts[index] === part)) total += amount;
    return total;
  }

  get(...parts: string[]): number {
    return this.sums.get(parts.join(' '))?.amount ?? 0;
  }

  /** The first name whose amount differs from the other's, null when they are equal. */
  differenceFrom(other: Sums): string | null {
    for (const name of [...this.sums.keys(), ...other.sums.keys()]) {
      if (this.sums.get(name)?.amount !== other.sums.get(name)?.amount) return name;
    }
    return null;
  }
}
