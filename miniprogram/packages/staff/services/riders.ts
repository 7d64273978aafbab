import type { StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff } from './staff-rpc';

export type Rider = NonNullable<StaffOutput<'riders.find'>['rider']>;
export type RiderTrips = StaffOutput<'riders.trips'>;
export type RiderTrip = RiderTrips['trips'][number];

/** By the number that the rider reads out; null when nobody has it. Each look leaves an audit entry. Throws `ServiceError`. */
export const findRider = async (number: string): Promise<Rider | null> =>
  (await callStaff('riders.find', { number })).rider;

/** A page of his trips, latest first. Throws `ServiceError`. */
export const riderTrips = (uid: string, cursor: string | null): Promise<RiderTrips> =>
  callStaff('riders.trips', { uid, cursor });
