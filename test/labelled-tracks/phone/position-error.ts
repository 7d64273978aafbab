import type { Random } from '../random';
import type { Place } from '../streets/route';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { exp, sqrt } = Math;

/** Errors fade over this time: satellites and reflections change no faster. */
const MEMORY_SECONDS = 35;
/** Between tall buildings the reflections change from one facade to the next. */
const CANYON_MEMORY_SECONDS = 20;
const CANYON_ERROR_METRES = 6;
/** When a reflection takes over, the position leaps. */
const LEAPS_PER_SECOND = 0.02;
const LEAP_SHARE = 0.8;
const WHITE_SHARE = 0.06;

/** The error of a receiver: a random walk that is drawn back to the truth (Ornstein and Uhlenbeck), leaps, and a little grain. */
export class PositionError {
  #eastMetres: number;
  #northMetres: number;
  readonly #random: Random;

  /** The first fix is a poor one. */
  constructor(firstMetres: number, random: Random) {
    this.#random = random;
    this.#eastMetres = random.normal(firstMetres);
    this.#northMetres = random.normal(firstMetres);
  }

  /** @param typicalMetres the deviation in each direction that this place leads to */
  step(seconds: number, typicalMetres: number): void {
    const isCanyon = typicalMetres > CANYON_ERROR_METRES;
    const kept = exp(-seconds / (isCanyon ? CANYON_MEMORY_SECONDS : MEMORY_SECONDS));
    const pushed = typicalMetres * sqrt(1 - kept ** 2);
    const leaps = isCanyon && this.#random.chance(LEAPS_PER_SECOND * seconds);
    const leapt = leaps ? LEAP_SHARE * typicalMetres : 0;
    this.#eastMetres = this.#eastMetres * kept + this.#random.normal(pushed) + this.#random.normal(leapt);
    this.#northMetres = this.#northMetres * kept + this.#random.normal(pushed) + this.#random.normal(leapt);
  }

  /** Where the receiver believes to be. */
  seen(place: Place, typicalMetres: number): Place {
    const grain = WHITE_SHARE * typicalMetres;
    return {
      eastMetres: place.eastMetres + this.#eastMetres + this.#random.normal(grain),
      northMetres: place.northMetres + this.#northMetres + this.#random.normal(grain),
    };
  }
}
