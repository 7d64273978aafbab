/**
 * Chance that is the same on every machine and in every run. Each rider and day has a stream of its own, named by a text,
 * so that one more rider changes nobody else's month.
 */
export class RandomStream {
  #state: number;

  constructor(name: string) {
    this.#state = hashOf(name);
  }

  /** From 0 to, and not including, 1. */
  fraction(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return mix(this.#state) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** Whole numbers around `middle`, at most `spread` away, near ones more often: the sum of two throws. */
  around(middle: number, spread: number): number {
    return Math.round(middle + (this.fraction() + this.fraction() - 1) * spread);
  }

  chance(likelihood: number): boolean {
    return this.fraction() < likelihood;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.fraction() * items.length)];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  }
}

/** FNV-1a over UTF-16 units; 32 bits are plenty for some thousand names. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return hash | 0;
}

/** Spreads every input bit over all output bits (the finaliser of MurmurHash3); unsigned. */
function mix(value: number): number {
  let bits = value;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
