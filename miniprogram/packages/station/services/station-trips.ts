import type { ProcedureInput, ProcedureOutput } from '../../../../cloudfunctions/contract/procedures';
import { rememberOpenTrip } from '../../../services/open-trip-memory';
import { call, callOnce } from '../../../services/rpc';

export type StationState = ProcedureOutput<'stationTrips.read'>;
export type OpenTrip = NonNullable<StationState['open']>;
export type EndedTrip = ProcedureOutput<'stationTrips.exit'>['trip'];
export type StationScan = ProcedureInput<'stationTrips.enter'>;

/** Where the rider stands; home is told. Throws `ServiceError`, as everything here does. */
export async function readStationState(): Promise<StationState> {
  const state = await call('stationTrips.read', {});
  rememberOpenTrip(state.open);
  return state;
}

export const agreeToScans = (): Promise<object> => callOnce('stationTrips.agree', {});

export async function withdrawFromScans(): Promise<void> {
  await callOnce('stationTrips.withdraw', {});
  rememberOpenTrip(null);
}

/** The same scan sent again is the same request. */
export async function enterBy(scan: StationScan): Promise<OpenTrip> {
  const { open } = await callOnce('stationTrips.enter', scan);
  rememberOpenTrip(open);
  return open;
}

export async function leaveBy(scan: StationScan): Promise<EndedTrip> {
  const { trip } = await callOnce('stationTrips.exit', scan);
  rememberOpenTrip(null);
  return trip;
}

export async function discardTrip(): Promise<void> {
  await callOnce('stationTrips.discard', {});
  rememberOpenTrip(null);
}
