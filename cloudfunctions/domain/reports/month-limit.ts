import type { Platform } from '../../platform';
import { currentParameters, ownTripCaps } from '../parameters';

/** How many trips of a month a rider may declare, as many as can be paid. No database call, or one a minute. */
export const monthLimit = async (platform: Platform): Promise<number> =>
  ownTripCaps(await currentParameters(platform), 'self-report').monthTrips;
