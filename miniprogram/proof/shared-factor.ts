import type { ReductionFactor } from './grams';
import { GramsInputError, MOST_METRES, MOST_MILLIGRAMS_PER_KM } from './grams';

/** A way that several people have driven together. */
export interface SharedWay {
  /** People in the car, the driver among them. */
  readonly occupants: number;
  /** The rider's own way. */
  readonly metres: number;
  /** How much further the car drove than that, for the sake of the others. */
  readonly detourMetres: number;
}

/**
 * What a shared car avoids a kilometre of the rider's own way: the emission of the whole drive, detour included, is
 * shared by the people in the car (car ÷ occupants, as T/CCAA 38-2021 has it), rounded up to whole milligrams against
 * the rider. A factor that was published as a difference counts as it is. Throws `GramsInputError`.
 */
export function sharedFactor(factor: ReductionFactor, way: SharedWay): ReductionFactor {
  if ('reductionMilligramsPerKm' in factor) return factor;
  const { occupants, metres, detourMetres } = way;
  const isWhole = [occupants, metres, detourMetres].every(Number.isSafeInteger);
  if (!isWhole || occupants < 1 || metres < 1 || detourMetres < 0) {
    throw new GramsInputError('metres', MOST_METRES);
  }
  const { baselineMilligramsPerKm, emissionMilligramsPerKm } = factor;
  const share = Math.ceil((emissionMilligramsPerKm * (metres + detourMetres)) / (occupants * metres));
  return { baselineMilligramsPerKm, emissionMilligramsPerKm: Math.min(share, MOST_MILLIGRAMS_PER_KM) };
}
