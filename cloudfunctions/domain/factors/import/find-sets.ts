import type { Platform } from '../../../platform';
import type { FactorSet } from '../factor-set';
import { factorSets } from '../store';

/** More sets than all cities will ever have. */
const MOST_SETS = 500;

/** The sets of a city as they are now, the one with the latest first day first. One database call. */
export const findSetsOf = (platform: Platform, city: string): Promise<FactorSet[]> =>
  platform.database.find(factorSets, {
    where: { city },
    orderBy: [['validFromDay', 'desc']],
    limit: MOST_SETS,
  });

/** The sets of all cities as they are now, city by city, the one with the latest first day first. One database call. */
export const findAllSets = (platform: Platform): Promise<FactorSet[]> =>
  platform.database.find(factorSets, {
    where: { city: { above: '' } },
    orderBy: [
      ['city', 'asc'],
      ['validFromDay', 'desc'],
    ],
    limit: MOST_SETS,
  });
