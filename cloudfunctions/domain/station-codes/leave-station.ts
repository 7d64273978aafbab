import { Refusal } from '../../contract/errors';
import { stationTripRefusals } from '../../contract/station-trips';
import type { Platform, Transaction } from '../../platform';
import { answerOnce } from '../answers';
import {
  type OwnTrip,
  type OwnTripPaying,
  openOwnTrips,
  ownTripId,
  payOwnTripWithin,
  refuseOwnTripWithin,
} from '../own-trips';
import { requireScanConsent } from './consent';
import type { StationScan } from './enter-station';
import { type JudgedStationTrip, judgeStationTrip } from './judge-station-trip';
import { readScan } from './read-scan';
import { LAST_EXIT_KEPT_MS } from './rules';
import { type Scan, type StationTrip, stationTrips } from './store';
import { openTripOf } from './trip-view';

export interface EndedStationTrip {
  tripId: string;
  state: 'paid' | 'refused';
  from: string;
  to: string;
  lines: string[];
  fromMs: number;
  toMs: number;
  distanceMetres: number;
  grams: number;
  paidBonus: number;
  cappedBy: 'day' | 'month' | null;
  reasons: string[];
}

/** The entry that this exit ends. What is refused here leaves the trip open: the next scan may be right. */
function requireEntry(city: string, trip: StationTrip | null, { station, atMs }: Scan): Scan {
  if (!trip?.entry || trip.entry.atMs > atMs) throw new Refusal('NO_STATION_TRIP');
  if (!openTripOf(city, trip, atMs)) throw new Refusal('STATION_TRIP_OVER', { station: trip.entry.station });
  if (trip.entry.station === station) throw new Refusal('SAME_STATION', { station });
  return trip.entry;
}

function settle(
  transaction: Transaction,
  paying: OwnTripPaying,
  request: { id: string; uid: string; requestHash: string },
  { judged, refusal }: JudgedStationTrip,
): Promise<OwnTrip> {
  if (refusal === null) return payOwnTripWithin(transaction, paying, { ...request, judged });
  const reasons = [{ code: refusal, text: stationTripRefusals[refusal] }];
  return refuseOwnTripWithin(transaction, paying, { ...request, judged, reasons });
}

const viewOf = (trip: OwnTrip, from: Scan, to: Scan, lines: string[]): EndedStationTrip => ({
  tripId: trip._id,
  state: trip.state === 'paid' ? 'paid' : 'refused',
  from: from.station,
  to: to.station,
  lines,
  fromMs: trip.fromMs,
  toMs: trip.toMs,
  distanceMetres: trip.distanceMetres,
  grams: trip.grams,
  paidBonus: trip.bonus,
  cappedBy: trip.cappedBy,
  reasons: trip.reasons.map(({ text }) => text),
});

/**
 * The rider comes out: the open trip is judged and is over, paid or refused with reasons. At most eighteen database calls in
 * the transaction. Besides those of `readScan`: `LOCATION_CONSENT_REQUIRED`, `NO_STATION_TRIP`, `STATION_TRIP_OVER`,
 * `SAME_STATION`; after these the trip is as it was.
 */
export async function leaveStation(
  platform: Platform,
  { uid, city, request, ...scanned }: StationScan,
): Promise<{ trip: EndedStationTrip }> {
  const [exit, paying] = await Promise.all([readScan(platform, city, scanned), openOwnTrips(platform, city)]);
  return answerOnce(platform, request, async transaction => {
    await requireScanConsent(transaction, uid);
    const entry = requireEntry(city, await transaction.get(stationTrips, uid), exit);
    const judgement = judgeStationTrip(city, entry, exit);
    // Drawn here and not taken from the request: the answer is kept under that, and the ledger's keys name no times.
    const id = ownTripId('station-code', uid, platform.randomId());
    const trip = await settle(transaction, paying, { id, uid, requestHash: request.hash }, judgement);
    const lastExit = { station: exit.station, atMs: exit.atMs };
    const expiresAtMs = exit.atMs + LAST_EXIT_KEPT_MS;
    await transaction.update(stationTrips, uid, { entry: null, lastExit, expiresAtMs });
    return { trip: viewOf(trip, entry, exit, judgement.lines) };
  });
}
