/** A span of time, from its first millisecond to the one before `toMs`. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Trips that only touch do not overlap: a rider may tap out and in within one millisecond of the gate's clock. */
export const overlaps = (one: Span, other: Span): boolean =>
  one.fromMs < other.toMs && other.fromMs < one.toMs;

/** The first of a day's trips that shares time with the span; nobody travels twice at once. */
export const findOverlap = <Trip extends Span>(
  trips: readonly Trip[],
  fromMs: number,
  toMs: number,
): Trip | null => trips.find(trip => overlaps(trip, { fromMs, toMs })) ?? null;

/** The most credited grams of one rider: a Beijing day, a month, and a day by the trip's source (no entry, no cap). */
export interface Caps {
  readonly dayCapGrams: number;
  readonly monthCapGrams: number;
  readonly sourceDayCapGrams: Readonly<Record<string, number>>;
}

export interface CapQuestion {
  /** What the trip avoided. */
  readonly grams: number;
  readonly source: string;
  /** Credited grams so far of the day of entry, by source. */
  readonly gramsBySource: Readonly<Record<string, number>>;
  /** Credited grams so far of the month of entry. */
  readonly monthGrams: number;
  readonly caps: Caps;
}

export interface CappedGrams {
  readonly payGrams: number;
  /** The cap that left the least room when not all could be paid; of equally tight ones day, then month, then source. */
  readonly cappedBy: 'source' | 'day' | 'month' | null;
}

/** The part of a trip's grams that lies below every cap is paid. A cap that was lowered below a sum leaves no room. */
export function capGrams({ grams, source, gramsBySource, monthGrams, caps }: CapQuestion): CappedGrams {
  const ownCapGrams = ownValue(caps.sourceDayCapGrams, source) ?? Number.POSITIVE_INFINITY;
  const dayGrams = Object.values(gramsBySource).reduce((sum, part) => sum + part, 0);
  const rooms = [
    { cappedBy: 'day', room: caps.dayCapGrams - dayGrams },
    { cappedBy: 'month', room: caps.monthCapGrams - monthGrams },
    { cappedBy: 'source', room: ownCapGrams - (ownValue(gramsBySource, source) ?? 0) },
  ] as const;
  const tightest = rooms.reduce((least, next) => (next.room < least.room ? next : least));
  if (tightest.room >= grams) return { payGrams: grams, cappedBy: null };
  return { payGrams: Math.max(0, tightest.room), cappedBy: tightest.cappedBy };
}

/** Sources are words from outside: `constructor` is not to find anything. */
const ownValue = (record: Readonly<Record<string, number>>, key: string): number | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
