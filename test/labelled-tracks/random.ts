/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { cos, floor, imul, log, sin, sqrt, PI } = Math;

export type Range = readonly [minimum: number, maximum: number];

/** FNV-1a: names of streams that differ in one letter give seeds that have nothing in common after mixing. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (const character of text) value = imul(value ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return value;
}

/**
 * A small generator of pseudo-random numbers (mulberry32). Streams are forked by name, so that one more number drawn in one
 * place of the generator leaves every other track of the same seed as it was.
 */
export class Random {
  #state: number;
  readonly #seed: number;
  #spareNormal: number | null = null;

  constructor(seed: number) {
    this.#seed = seed >>> 0;
    this.#state = this.#seed;
  }

  fork(name: string): Random {
    return new Random(hash(name, this.#seed));
  }

  /** At least 0, less than 1. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between([minimum, maximum]: Range): number {
    return minimum + (maximum - minimum) * this.unit();
  }

  /** Short trips are more frequent than long ones: evenly spread over the logarithm. */
  logarithmicBetween([minimum, maximum]: Range): number {
    return minimum * (maximum / minimum) ** this.unit();
  }

  whole([minimum, maximum]: Range): number {
    return minimum + floor((maximum - minimum + 1) * this.unit());
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** Box and Muller make two normal deviates at once; the second one waits for the next call. */
  normal(deviation = 1): number {
    const spare = this.#spareNormal;
    this.#spareNormal = null;
    if (spare !== null) return deviation * spare;
    const radius = sqrt(-2 * log(1 - this.unit()));
    const angle = 2 * PI * this.unit();
    this.#spareNormal = radius * sin(angle);
    return deviation * radius * cos(angle);
  }

  pick<T>(choices: readonly T[]): T {
    return choices[floor(this.unit() * choices.length)]!;
  }
}
