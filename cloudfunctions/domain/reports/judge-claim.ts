import { reductionGrams } from '../../../miniprogram/proof';
import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { beijingDay } from '../../platform/beijing-time';
import { chooseFactorSet, listFactorSets, rowOf } from '../factors';
import { networkOf } from '../network';
import { isPlausibleSpeed } from '../rides';
import { halfOf, timesProblem } from './rules';
import type { Claim } from './store';

/** The one mode whose network is known. */
export const RAIL_MODE = 'metro';

export interface JudgedClaim {
  claim: Claim;
  distanceMetres: number;
  /** Of the shortest path; null where no network is known. */
  networkMetres: number | null;
  /** What it would pay below the caps. */
  credits: number;
}

const invalid = (field: string, reason: string): Refusal => new Refusal('INVALID_INPUT', { field, reason });

/** The claim with the network's own names, and the metres between them. */
function byNetwork(claim: Claim): { claim: Claim; metres: number } | null {
  const network = claim.mode === RAIL_MODE ? networkOf(claim.city) : undefined;
  if (!network) return null;
  const [from, to] = [network.stationName(claim.from), network.stationName(claim.to)];
  if (from === undefined) throw invalid('from', '没有找到这个地铁站，请从列表里选择');
  if (to === undefined) throw invalid('to', '没有找到这个地铁站，请从列表里选择');
  if (from === to) throw invalid('to', '起点和终点是同一站，不计减排');
  const path = network.shortestPathMetres(from, to);
  if ('unknown' in path) throw invalid('to', '这两站之间没有通车的线路');
  return { claim: { ...claim, from, to, statedMetres: null }, metres: path.metres };
}

async function creditsOf(platform: Platform, { city, mode, fromMs }: Claim, metres: number): Promise<number> {
  const set = chooseFactorSet(await listFactorSets(platform, city), city, beijingDay(fromMs));
  const row = set && rowOf(set, mode);
  if (!row) throw invalid('mode', '这个城市还没有这种出行方式的减排因子，暂时不能申报');
  return halfOf(reductionGrams(row, metres));
}

/**
 * Whether a declared trip can have happened as it is said, and how far it counts. `INVALID_INPUT` with the field and what
 * to do. No database call, or one a minute.
 */
export async function judgeClaim(platform: Platform, given: Claim): Promise<JudgedClaim> {
  const problem = timesProblem(given, platform.nowMs());
  if (problem) throw invalid(problem.field, problem.reason);
  const known = byNetwork(given);
  const { claim, metres } = known ?? { claim: given, metres: given.statedMetres ?? 0 };
  if (metres === 0) throw invalid('statedMetres', '请填写大约的里程');
  if (!isPlausibleSpeed(claim.mode, metres, claim.toMs - claim.fromMs)) {
    throw invalid('toMs', '用时和里程对不上，请核对出发和到达时间');
  }
  const credits = await creditsOf(platform, claim, metres);
  return { claim, distanceMetres: metres, networkMetres: known?.metres ?? null, credits };
}
