/** A factor as its source published it: the difference itself, or both sides of it. Milligrams of CO2e a passenger-km. */
export type ReductionFactor =
  | { readonly reductionMilligramsPerKm: number }
  | { readonly baselineMilligramsPerKm: number; readonly emissionMilligramsPerKm: number };

export type GramsField =
  | 'reductionMilligramsPerKm'
  | 'baselineMilligramsPerKm'
  | 'emissionMilligramsPerKm'
  | 'metres';

/** A quantity that is no integer from 0 to `most`. */
export class GramsInputError extends Error {
  readonly code = 'QUANTITY_OUT_OF_RANGE';
  readonly field: GramsField;
  readonly most: number;

  constructor(field: GramsField, most: number) {
    super(`${field} has to be an integer from 0 to ${most}`);
    this.name = 'GramsInputError';
    this.field = field;
    this.most = most;
  }
}

/** One kilogram a passenger-km: four times a car of one person. */
export const MOST_MILLIGRAMS_PER_KM = 1_000_000;

/** Ten thousand kilometres. Its product with the largest factor is 1e13, far below 2^53, so no digit is ever lost. */
export const MOST_METRES = 10_000_000;

const MICROGRAMS_A_GRAM = 1_000_000;

/**
 * Grams of CO2e avoided, rounded down (BE − PE of DB11/T 3043-2024, in integers): milligrams a km × metres is
 * micrograms, and a million of those a gram. Never negative. Throws `GramsInputError`.
 */
export function reductionGrams(factor: ReductionFactor, metres: number): number {
  const reductionMilligramsPerKm = reductionOf(factor);
  return Math.floor((reductionMilligramsPerKm * checked('metres', metres, MOST_METRES)) / MICROGRAMS_A_GRAM);
}

/** What a factor takes off a kilometre, in milligrams; a mode that emits more than its baseline takes off nothing. */
export function reductionOf(factor: ReductionFactor): number {
  if ('reductionMilligramsPerKm' in factor) return checkedFactor(factor, 'reductionMilligramsPerKm');
  const baseline = checkedFactor(factor, 'baselineMilligramsPerKm');
  return Math.max(0, baseline - checkedFactor(factor, 'emissionMilligramsPerKm'));
}

function checkedFactor<Field extends Exclude<GramsField, 'metres'>>(
  factor: Readonly<Record<Field, number>>,
  field: Field,
): number {
  return checked(field, factor[field], MOST_MILLIGRAMS_PER_KM);
}

function checked(field: GramsField, value: number, most: number): number {
  if (!Number.isSafeInteger(value) || value < 0 || value > most) throw new GramsInputError(field, most);
  return value;
}
