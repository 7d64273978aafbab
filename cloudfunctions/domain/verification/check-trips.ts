import type { Platform } from '../../platform';
import type { Entry, Posting } from '../ledger';
import { readTripGrams, type TripGrams } from '../rides';
import type { Finding } from './store';

/** At the end of the key of an entry that credits a trip again. */
const PAID_AGAIN = /#\d+$/;

/** Where every gram comes from. */
const MINT = 'mint:trip';

export interface TripSums {
  tripGrams: number;
  forgottenGrams: number;
  findings: Finding[];
}

/** Grams that an entry mints, or takes back when negative. */
interface Minting {
  entry: Pick<Entry, '_id' | 'seq' | 'day' | 'reference'>;
  tripId: string | null;
  grams: number;
}

const carbonOf = (postings: readonly Posting[], isOne: (posting: Posting) => boolean): number =>
  postings
    .filter(posting => posting.kind === 'carbon' && isOne(posting))
    .reduce((sum, { lots }) => lots.reduce((part, { amount }) => part + amount, sum), 0);

/** An entry that takes one back names it by its key, which is the trip's own id: so both lead to the trip. */
function mintingOf(entry: Pick<Entry, '_id' | 'seq' | 'day' | 'postings' | 'reference'>): Minting | null {
  const { postings, reference } = entry;
  const minted = carbonOf(postings, ({ source }) => source.startsWith('mint:'));
  const back = carbonOf(postings, ({ destination }) => destination.startsWith('mint:'));
  if (minted === 0 && back === 0) return null;
  const isOfTrip = postings
    .filter(({ kind }) => kind === 'carbon')
    .every(({ source, destination }) => ![source, destination].some(name => /^mint:(?!trip$)/.test(name)));
  const isNamed = reference.type === (back > 0 ? 'entry' : 'trip');
  return {
    entry,
    tripId: isOfTrip && isNamed ? reference.id.replace(PAID_AGAIN, '') : null,
    grams: minted - back,
  };
}

/** The key of the credit: of a reversal that which it takes back. */
const creditOf = ({ _id, reference }: Minting['entry']): string =>
  reference.type === 'entry' ? reference.id : _id;

function problemOf({ tripId, grams, entry }: Minting, trip: TripGrams | undefined): string | null {
  if (tripId === null) return `it moves grams from or to ${MINT} without naming a trip`;
  if (!trip) return null;
  const earlier = trip.earlierEntries?.find(({ key }) => key === creditOf(entry));
  if (earlier)
    return earlier.grams === Math.abs(grams) ? null : `its trip was credited with ${earlier.grams} grams`;
  if (trip.creditedGrams !== Math.abs(grams)) return `its trip was credited with ${trip.creditedGrams} grams`;
  if (grams < 0)
    return trip.state === 'reversed' || trip.state === 'elsewhere' ? null : `its trip is ${trip.state}`;
  return trip.entryKey === entry._id ? null : `its trip names the entry ${trip.entryKey}`;
}

/**
 * Compares entries that mint carbon, or take it back, with their trips. Those whose trip has been forgotten are believed
 * and counted by themselves. One database call when there are any.
 */
export async function checkTrips(platform: Platform, entries: readonly Entry[]): Promise<TripSums> {
  const mintings = entries.map(mintingOf).filter(minting => minting !== null);
  const ids = [...new Set(mintings.flatMap(({ tripId }) => tripId ?? []))];
  const trips = new Map((await readTripGrams(platform, ids)).map(trip => [trip._id, trip]));
  const sums: TripSums = { tripGrams: 0, forgottenGrams: 0, findings: [] };
  for (const minting of mintings) {
    const trip = trips.get(minting.tripId ?? '');
    sums.tripGrams += minting.grams;
    if (!trip) sums.forgottenGrams += minting.grams;
    const problem = problemOf(minting, trip);
    if (problem === null) continue;
    const { _id: key, seq, day } = minting.entry;
    sums.findings.push({ code: 'WRONG_TRIP', account: null, key, seq, day, problem });
  }
  return sums;
}
