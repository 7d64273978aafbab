import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call } from './rpc';

export type OwnTripsPage = ProcedureOutput<'ownTrips.list'>;
export type OwnTripExplanation = ProcedureOutput<'ownTrips.explain'>;

const PAGE_LIMIT = 20;

/** The latest trips of the rider's own telling. Only the first page has an offline copy. */
export const firstOwnTrips = (): Promise<Copy<OwnTripsPage>> =>
  keepCopy('own-trips', () => call('ownTrips.list', { limit: PAGE_LIMIT }));

export const moreOwnTrips = (cursor: string): Promise<OwnTripsPage> =>
  call('ownTrips.list', { cursor, limit: PAGE_LIMIT });

export const explainOwnTrip = (ownTripId: string): Promise<OwnTripExplanation> =>
  call('ownTrips.explain', { ownTripId });
