import type { Platform } from '../../platform';
import { type OwnTrip, ownTrips } from './store';

/** What a trip was paid, and by which entries. */
export type PaidOwnTrip = Pick<
  OwnTrip,
  '_id' | 'uid' | 'state' | 'grams' | 'bonus' | 'cappedBy' | 'entryKey' | 'payments'
>;

/** Own trips by their ids, at most 1,000; those that are forgotten are left out. One database call. */
export const readPaidOwnTrips = async (platform: Platform, ids: readonly string[]): Promise<PaidOwnTrip[]> =>
  ids.length === 0
    ? []
    : platform.database.find(ownTrips, {
        where: { _id: { oneOf: ids } },
        limit: ids.length,
        fields: ['uid', 'state', 'grams', 'bonus', 'cappedBy', 'entryKey', 'payments'],
      });

/** The keys of the entries that have paid a trip, in their order. */
export const paymentKeysOf = ({ _id, payments }: Pick<OwnTrip, '_id' | 'payments'>): string[] =>
  Array.from({ length: payments }, (_, index) => (index === 0 ? _id : `${_id}#${index + 1}`));
