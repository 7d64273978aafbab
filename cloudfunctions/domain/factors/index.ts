/**
 * Factors: how much a kilometre travelled avoids.
 *
 * 1. A factor set is versioned data of one city; it is added, never edited, and has a first day and perhaps a last.
 * 2. A trip is judged by one set, chosen by the city and the Beijing day of its entry; sets are never mixed.
 * 3. Each row names its year, its source and how well it is founded; it is shown to riders as it is.
 * 4. A mode without a row pays no carbon.
 * 5. Factors are whole milligrams a passenger-km, and never negative.
 * 6. Carbon keeps set and month of entry as its origin for ever.
 * 7. A document that is not a whole set stops every judgement by that city's sets, rather than a part of them.
 * 8. A process knows a new set after at most a minute.
 */

export { cityName } from '../../../miniprogram/words/cities';
export { FactorSetError } from './check-factor-set';
export type { FactorRow, FactorSet, Mode, Standing } from './factor-set';
export { listFactorSets } from './list-factor-sets';
export { isMode, modeLabels, modes } from './modes';
export { chooseFactorSet, originOf, rowOf } from './rules';
