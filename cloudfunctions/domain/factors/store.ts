import { collectionOf } from '../../platform';
import type { FactorSet } from './factor-set';

/** A set is added, never changed: credits carry its id as their origin. */
export const factorSets = collectionOf<FactorSet>('factor_sets');

/**
 * What has been imported for a city. Each import reads and writes it, so that two never add sets side by side that
 * were compared with the same one; a city without imports has none.
 */
export interface FactorCity {
  /** The city. */
  _id: string;
  lastSetId: string;
  imports: number;
}

export const factorCities = collectionOf<FactorCity>('factor_cities');
