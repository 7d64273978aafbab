import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call } from './rpc';

export type TripsPage = ProcedureOutput<'rides.list'>;
export type TripExplanation = ProcedureOutput<'rides.explain'>;
export type Methodology = ProcedureOutput<'rides.methodology'>;

const PAGE_LIMIT = 20;

/** The latest trips. Only a first page has an offline copy. */
export const latestTrips = (limit: number): Promise<Copy<TripsPage>> =>
  keepCopy(`trips:${limit}`, () => call('rides.list', { limit }));

export const firstTrips = (): Promise<Copy<TripsPage>> => latestTrips(PAGE_LIMIT);

export const moreTrips = (cursor: string): Promise<TripsPage> =>
  call('rides.list', { cursor, limit: PAGE_LIMIT });

/** The rider's week and month. */
export const ridesSummary = (): Promise<Copy<ProcedureOutput<'rides.summary'>>> =>
  keepCopy('rides-summary', () => call('rides.summary', {}));

/** Sums of whole months, at most six. */
export const sumTripMonths = async (months: string[]) => (await call('rides.months', { months })).months;

/** Not kept offline: there are as many as trips. */
export const explainTrip = (tripId: string): Promise<TripExplanation> => call('rides.explain', { tripId });

/** The number in its name is that of the copy's form: an older copy would lack what pages now show. */
export const methodology = (): Promise<Copy<Methodology>> =>
  keepCopy('methodology-2', () => call('rides.methodology', {}));
