import type { Platform } from '../../platform';
import { type FactorRow, type FactorSet, listFactorSets, rowOf } from '../factors';
import { type Leg, networkOf } from '../network';
import type { Evidence, Trip } from './store';
import { trips } from './store';

export interface TripExplanation {
  trip: Trip & { evidence: Evidence; salt: string };
  factorSet: FactorSet;
  factorRow: FactorRow;
  /** The shortest path over the known network; empty where there is none. */
  legs: readonly Leg[];
}

function legsOf(city: string, { entry, exit }: Evidence): readonly Leg[] {
  if (!('station' in entry) || !('station' in exit)) return [];
  const path = networkOf(city)?.shortestPath(entry.station, exit.station);
  return path && 'legs' in path ? path.legs : [];
}

/**
 * Where a trip's grams come from, for its own rider; null for anybody else's trip, and for one whose evidence has
 * been forgotten. One database call, or two.
 */
export async function explainTrip(
  platform: Platform,
  uid: string,
  tripId: string,
  city: string,
): Promise<TripExplanation | null> {
  const trip = await platform.database.get(trips, tripId);
  if (trip?.uid !== uid || !trip.evidence || !trip.salt) return null;
  const { evidence, salt } = trip;
  const sets = await listFactorSets(platform, city);
  const factorSet = sets.find(set => set._id === evidence.factorSetId);
  const factorRow = factorSet && rowOf(factorSet, evidence.mode);
  if (!factorSet || !factorRow) throw new Error(`The factor set of trip ${tripId} is missing.`);
  return { trip: { ...trip, evidence, salt }, factorSet, factorRow, legs: legsOf(factorSet.city, evidence) };
}
