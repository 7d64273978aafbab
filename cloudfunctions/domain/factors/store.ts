import { collectionOf } from '../../platform';
import type { FactorSet } from './factor-set';

/** A set is added, never changed: credits carry its id as their origin. */
export const factorSets = collectionOf<FactorSet>('factor_sets');
