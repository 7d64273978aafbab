import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { requireScanConsent } from './consent';
import { requireNetwork } from './posters';
import { readScan, type ScannedCode } from './read-scan';
import { canHaveCome, FORGOTTEN_SHOWN_MS, isOpenForEntry, LONGEST_MS } from './rules';
import { type Scan, type StationTrip, stationTrips } from './store';
import { type OpenStationTrip, openTripOf } from './trip-view';

export interface StationScan extends ScannedCode {
  uid: string;
  city: string;
  request: RequestKey;
}

/** `STATION_TOO_SOON` where nobody can have come from the last exit in that time. */
function requireReachable(city: string, { lastExit }: StationTrip, { station, atMs }: Scan): void {
  if (!lastExit) return;
  const metres = requireNetwork(city).straightMetres(lastExit.station, station);
  if (metres === undefined || canHaveCome(metres, atMs - lastExit.atMs)) return;
  throw new Refusal('STATION_TOO_SOON', { station, lastStation: lastExit.station });
}

/**
 * The rider goes in: from now on one trip is open, until the exit or for four hours. One that was forgotten gives way. Seven
 * database calls. Besides those of `readScan`: `STATION_CLOSED`, `LOCATION_CONSENT_REQUIRED`, `STATION_TRIP_OPEN`,
 * `STATION_TOO_SOON`.
 */
export async function enterStation(
  platform: Platform,
  { uid, city, request, ...scanned }: StationScan,
): Promise<{ open: OpenStationTrip }> {
  const entry = await readScan(platform, city, scanned);
  if (!isOpenForEntry(entry.atMs)) throw new Refusal('STATION_CLOSED', { station: entry.station });
  return answerOnce(platform, request, async transaction => {
    await requireScanConsent(transaction, uid);
    const known = await transaction.get(stationTrips, uid);
    const open = known && openTripOf(city, known, entry.atMs);
    if (open)
      throw new Refusal('STATION_TRIP_OPEN', { station: open.station, enteredAtMs: open.enteredAtMs });
    if (known) requireReachable(city, known, entry);
    const next = {
      entry,
      lastExit: known?.lastExit ?? null,
      expiresAtMs: entry.atMs + LONGEST_MS + FORGOTTEN_SHOWN_MS,
    };
    if (known) await transaction.update(stationTrips, uid, next);
    else await transaction.add(stationTrips, { _id: uid, ...next });
    return { open: openTripOf(city, { _id: uid, ...next }, entry.atMs)! };
  });
}
