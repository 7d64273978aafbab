/**
 * What each domain says of the data that it keeps about riders, so that nothing is shown, exported or forgotten in part.
 *
 * 1. A domain that keeps something about a rider declares a part; a test holds the parts against all collections.
 * 2. Reading goes page by page along an index; forgetting too, until nothing is found or time is up.
 * 3. Forgetting twice, or at two places at once, is harmless.
 */
export type { PersonalPage, PersonalPart, PersonalSheet } from './part';
export { removeAll } from './remove-all';
