import { networkOf } from '../network';
import { LONGEST_MS } from './rules';
import type { StationTrip } from './store';

export interface OpenStationTrip {
  station: string;
  lines: string[];
  enteredAtMs: number;
  /** Not to be ended at this time any more. */
  endsAtMs: number;
}

const entryOf = (city: string, { entry }: StationTrip): OpenStationTrip | null => {
  if (!entry) return null;
  const { station, atMs: enteredAtMs } = entry;
  const lines = networkOf(city)?.stations.find(({ name }) => name === station)?.lines ?? [];
  return { station, lines: [...lines], enteredAtMs, endsAtMs: enteredAtMs + LONGEST_MS };
};

/** The trip that can still be ended; null when none is. */
export function openTripOf(city: string, trip: StationTrip, nowMs: number): OpenStationTrip | null {
  const open = entryOf(city, trip);
  return open && nowMs < open.endsAtMs ? open : null;
}

/** The trip whose exit was forgotten; null when none was. */
export function forgottenTripOf(city: string, trip: StationTrip, nowMs: number): OpenStationTrip | null {
  const open = entryOf(city, trip);
  return open && nowMs >= open.endsAtMs ? open : null;
}
