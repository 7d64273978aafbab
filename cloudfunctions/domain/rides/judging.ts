import type { Platform } from '../../platform';
import { type FactorSet, listFactorSets } from '../factors';
import { currentParameters, type Parameters } from '../parameters';

/** The partner as far as his rides are judged by him. */
export interface RidesPartner {
  partnerId: string;
  city: string;
  modes: readonly string[];
}

/** What the rides of one batch are judged by. */
export interface Judging {
  platform: Platform;
  partner: RidesPartner;
  parameters: Parameters;
  factorSets: readonly FactorSet[];
  nowMs: number;
}

/** Parameters and factor sets are kept by the process for a minute, so this costs no database call, or two. */
export async function openJudging(platform: Platform, partner: RidesPartner): Promise<Judging> {
  const [parameters, factorSets] = await Promise.all([
    currentParameters(platform),
    listFactorSets(platform, partner.city),
  ]);
  return { platform, partner, parameters, factorSets, nowMs: platform.nowMs() };
}
