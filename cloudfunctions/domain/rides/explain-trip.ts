import type { Platform } from '../../platform';
import { type FactorRow, type FactorSet, listFactorSets, rowOf } from '../factors';
import type { Leg } from '../network';
import type { Evidence, Trip } from './store';
import { trips } from './store';
import { legsOf } from './trip-legs';

export interface TripExplanation {
  trip: Trip & { evidence: Evidence; salt: string };
  factorSet: FactorSet;
  factorRow: FactorRow;
  /** The shortest path over the known network; empty where there is none. */
  legs: readonly Leg[];
}

/**
 * Where a trip's grams come from, for its own rider; null for anybody else's trip, and for one whose evidence has
 * been forgotten. One database call, or two.
 */
export async function explainTrip(
  platform: Platform,
  uid: string,
  tripId: string,
  usualCity: string,
): Promise<TripExplanation | null> {
  const trip = await platform.database.get(trips, tripId);
  if (trip?.uid !== uid || !trip.evidence || !trip.salt) return null;
  const { evidence, salt } = trip;
  const sets = await listFactorSets(platform, evidence.city ?? usualCity);
  const factorSet = sets.find(set => set._id === evidence.factorSetId);
  const factorRow = factorSet && rowOf(factorSet, evidence.mode);
  if (!factorSet || !factorRow) throw new Error(`The factor set of trip ${tripId} is missing.`);
  return { trip: { ...trip, evidence, salt }, factorSet, factorRow, legs: legsOf(factorSet.city, evidence) };
}
