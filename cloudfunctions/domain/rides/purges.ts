import type { Purge } from '../jobs';

/** Only waiting trips have an end: rides that nobody bound, reversals whose ride never came. */
export const purges: Purge[] = [{ collection: 'trips' }];
