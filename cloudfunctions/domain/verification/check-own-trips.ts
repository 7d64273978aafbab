import type { Platform } from '../../platform';
import { readEntries, userAccount } from '../ledger';
import { type PaidOwnTrip, paymentKeysOf, readPaidOwnTrips } from '../own-trips';
import { readTripGrams } from '../rides';
import { type BonusEntry, givenBackBy, paidBy, wrongBonus } from './bonus-entry';
import type { Finding } from './store';

const MINT = 'mint:own-trip';

/** At the end of the key of an entry that pays a trip again. */
const PAID_AGAIN = /#\d+$/;

/** A payment names the trip, what takes it back the payment's entry; both lead to the trip. */
const ownTripOf = ({ reference: { type, id } }: BonusEntry): string | null =>
  type === 'own-trip' || (type === 'entry' && id.startsWith('own:')) ? id.replace(PAID_AGAIN, '') : null;

/** A ride that takes an own trip's place gives credits back in its own entry. */
const rideOf = (entry: BonusEntry): string | null =>
  entry.reference.type === 'trip' && paidBy(entry, MINT) === 0 ? entry.reference.id : null;

const halfOf = (grams: number): number => Math.floor(grams / 2);

/** What the first payment was: half, or less where a cap cut it; later ones are at most that again. */
function paymentProblem(entry: BonusEntry, trip: PaidOwnTrip): string | null {
  const [half, paid] = [halfOf(trip.grams), paidBy(entry, MINT)];
  const isWhole = entry._id === trip._id && trip.cappedBy === null;
  if (isWhole ? paid === half : paid <= half) return null;
  return `half of its trip's grams is ${half}`;
}

function problemOf(entry: BonusEntry, trip: PaidOwnTrip, paidInAll: number): string | null {
  if (entry.account !== userAccount(trip.uid)) return 'its own trip is of another rider';
  if (trip.bonus > paidInAll) return `its own trip has ${trip.bonus} of ${paidInAll} that were paid`;
  if (entry.reference.type === 'entry') {
    if (trip.state === 'paid' && trip.entryKey === entry.reference.id) return 'its own trip is paid still';
    return givenBackBy(entry, MINT) <= paidInAll ? null : `its own trip was paid ${paidInAll}`;
  }
  if (!paymentKeysOf(trip).includes(entry._id)) return 'its own trip does not know this payment';
  return paymentProblem(entry, trip);
}

/** What each trip was paid by all its entries. One database call for a thousand of them. */
async function paidInAllOf(platform: Platform, trips: readonly PaidOwnTrip[]): Promise<Map<string, number>> {
  const keys = trips.flatMap(paymentKeysOf);
  const sums = new Map<string, number>();
  for (let at = 0; at < keys.length; at += 1_000) {
    for (const entry of await readEntries(platform, keys.slice(at, at + 1_000))) {
      const id = ownTripOf(entry) ?? '';
      sums.set(id, (sums.get(id) ?? 0) + paidBy(entry, MINT));
    }
  }
  return sums;
}

async function checkRides(platform: Platform, entries: readonly BonusEntry[]): Promise<Finding[]> {
  const ids = [...new Set(entries.flatMap(entry => rideOf(entry) ?? []))];
  const rides = new Map((await readTripGrams(platform, ids)).map(ride => [ride._id, ride]));
  return entries.flatMap(entry => {
    const ride = rides.get(rideOf(entry) ?? '');
    // Of a rider who has been forgotten the ride says no more what it has replaced.
    if (!ride || ride.uid === null) return [];
    const said = (ride.replacedTrips ?? []).reduce((sum, trip) => sum + trip.takenBackBonus, 0);
    const isEqual = said === givenBackBy(entry, MINT);
    return isEqual ? [] : [wrongBonus(entry, `its ride says that ${said} were taken back`)];
  });
}

/**
 * Compares entries that pay own trips, or take that back, with the trips, and with the rides that took their place. One
 * database call for each of trips, their payments and rides, where there are any.
 */
export async function checkOwnTrips(platform: Platform, entries: readonly BonusEntry[]): Promise<Finding[]> {
  const moving = entries.filter(entry => paidBy(entry, MINT) + givenBackBy(entry, MINT) > 0);
  const ids = [...new Set(moving.flatMap(entry => ownTripOf(entry) ?? []))];
  // Trips before their entries: what a trip knows of was written with it.
  const trips = await readPaidOwnTrips(platform, ids);
  const sums = await paidInAllOf(platform, trips);
  const byId = new Map(trips.map(trip => [trip._id, trip]));
  const ofTrips = moving.flatMap(entry => {
    const id = ownTripOf(entry);
    const trip = byId.get(id ?? '');
    if (id === null && rideOf(entry) === null)
      return [wrongBonus(entry, `it moves credits from or to ${MINT} without naming a trip`)];
    const problem = trip ? problemOf(entry, trip, sums.get(trip._id) ?? 0) : null;
    return problem === null ? [] : [wrongBonus(entry, problem)];
  });
  return [...ofTrips, ...(await checkRides(platform, moving))];
}
