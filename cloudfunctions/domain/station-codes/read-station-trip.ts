import type { Platform } from '../../platform';
import { stationConsents, stationTrips } from './store';
import { forgottenTripOf, type OpenStationTrip, openTripOf } from './trip-view';

export interface StationTripState {
  /** Whether positions may be asked for. */
  agreed: boolean;
  open: OpenStationTrip | null;
  forgotten: OpenStationTrip | null;
}

/** Where the rider stands. Two database calls side by side. */
export async function readStationTrip(
  platform: Platform,
  { uid, city }: { uid: string; city: string },
): Promise<StationTripState> {
  const [consent, trip] = await Promise.all([
    platform.database.get(stationConsents, uid),
    platform.database.get(stationTrips, uid),
  ]);
  const nowMs = platform.nowMs();
  return {
    agreed: consent !== null,
    open: trip && openTripOf(city, trip, nowMs),
    forgotten: trip && forgottenTripOf(city, trip, nowMs),
  };
}
