import type { FactorRow, FactorSet } from './factor-set';

/**
 * The set that counts for a trip whose entry lies in `day`: of those valid for the city on that day the one that came
 * into force last, so a new version takes over by its first day alone.
 */
export function chooseFactorSet<Set extends FactorSet>(
  sets: readonly Set[],
  city: string,
  day: string,
): Set | undefined {
  return sets
    .filter(set => set.city === city && isValidOn(set, day))
    .reduce<Set | undefined>(
      (best, set) => (best === undefined || supersedes(set, best) ? set : best),
      undefined,
    );
}

/** Days are compared as texts: YYYY-MM-DD sorts by time. */
const isValidOn = ({ validFromDay, validToDay }: FactorSet, day: string): boolean =>
  validFromDay <= day && (validToDay === null || day <= validToDay);

/** Two sets from the same day are a mistake of staff; the name decides, so that every machine decides alike. */
function supersedes(set: FactorSet, other: FactorSet): boolean {
  if (set.validFromDay !== other.validFromDay) return set.validFromDay > other.validFromDay;
  return set._id > other._id;
}

/** The row of a mode; undefined when the set does not know it, and then such trips pay no carbon. */
export const rowOf = (set: FactorSet, mode: string): FactorRow | undefined =>
  set.rows.find(row => row.mode === mode);

/** What every gram of a trip stays marked with, from the ride to a certificate: the set and the month of entry. */
export const originOf = (set: FactorSet, entryDay: string): string => `${set._id}:${entryDay.slice(0, 7)}`;
