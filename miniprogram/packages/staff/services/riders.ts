import type { StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { callStaff } from './staff-rpc';

export type Rider = NonNullable<StaffOutput<'riders.find'>['rider']>;
export type RiderTrips = StaffOutput<'riders.trips'>;
export type RiderTrip = RiderTrips['trips'][number];

export type FoundRider = StaffOutput<'riders.find'>;

/**
 * By the number that the rider reads out: the rider, or that the account was closed, or neither when nobody has it. Each look
 * leaves an audit entry. Throws `ServiceError`.
 */
export const findRider = (number: string): Promise<FoundRider> => callStaff('riders.find', { number });

/** A page of his trips, latest first. Throws `ServiceError`. */
export const riderTrips = (uid: string, cursor: string | null): Promise<RiderTrips> =>
  callStaff('riders.trips', { uid, cursor });
