import { DAY_MS } from '../../platform/beijing-time';
import type { Purge } from '../jobs';

/**
 * Only waiting trips have an end: rides that nobody bound, reversals whose ride never came. They are kept for one more
 * day: a card that is bound at the last moment finds its rides, even if crediting them is cut off and goes on later.
 */
export const purges: Purge[] = [{ collection: 'trips', keptMs: DAY_MS }, { collection: 'shared_cars' }];
