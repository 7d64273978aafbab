import { reductionGrams, reductionOf } from '../../../miniprogram/proof';
import { beijingDay, DAY_MS } from '../../platform/beijing-time';
import { chooseFactorSet, rowOf } from '../factors';
import type { OwnTripPaying } from './paying';
import type { OwnTripRefusal } from './reasons';
import type { JudgedOwnTrip, OwnTripEvidence } from './store';

const HOUR_MS = 3_600_000;
/** No source's own rule lets anybody travel for longer; a slip in one must not fill days. */
export const LONGEST_MS = 12 * HOUR_MS;
/** As for signed rides. */
export const OLDEST_MS = 30 * DAY_MS;

function problemOfTime(
  { fromMs, toMs }: JudgedOwnTrip,
  nowMs: number,
  toldAtMs: number,
): OwnTripRefusal | null {
  if (toMs <= fromMs) return 'NO_TIME';
  if (toMs > nowMs) return 'IN_THE_FUTURE';
  if (toldAtMs - fromMs > OLDEST_MS) return 'TOO_OLD';
  return toMs - fromMs > LONGEST_MS ? 'TOO_LONG' : null;
}

export interface JudgedByFactor {
  evidence: OwnTripEvidence;
  /** Why it pays nothing, whatever the rider's other trips are. */
  problem: OwnTripRefusal | null;
}

/** What a trip would have avoided, by the factor of its city, mode and day; its age when it was told of counts. Pure. */
export function judgeOwnTrip(
  judged: JudgedOwnTrip,
  { factorSets, nowMs }: OwnTripPaying,
  toldAtMs = nowMs,
): JudgedByFactor {
  const late = problemOfTime(judged, nowMs, toldAtMs);
  const set = chooseFactorSet(factorSets, judged.city, beijingDay(judged.fromMs));
  const row = set && rowOf(set, judged.mode);
  if (!set || !row) {
    const evidence = { ...judged, factorSetId: null, reductionMilligramsPerKm: null, grams: 0 };
    return { evidence, problem: late ?? 'NO_FACTOR' };
  }
  const grams = reductionGrams(row, judged.distanceMetres);
  const evidence = { ...judged, factorSetId: set._id, reductionMilligramsPerKm: reductionOf(row), grams };
  return { evidence, problem: late ?? (grams < 2 ? 'TOO_SHORT' : null) };
}
