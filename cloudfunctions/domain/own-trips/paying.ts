import type { Platform } from '../../platform';
import { type FactorSet, listFactorSets } from '../factors';
import { currentParameters, type Parameters } from '../parameters';

/** What own trips of one city are paid by. */
export interface OwnTripPaying {
  platform: Platform;
  city: string;
  parameters: Parameters;
  factorSets: readonly FactorSet[];
  nowMs: number;
}

/** To be called outside of the transaction. Parameters and factor sets are kept for a minute: no database call, or two. */
export async function openOwnTrips(platform: Platform, city: string): Promise<OwnTripPaying> {
  const [parameters, factorSets] = await Promise.all([
    currentParameters(platform),
    listFactorSets(platform, city),
  ]);
  return { platform, city, parameters, factorSets, nowMs: platform.nowMs() };
}
