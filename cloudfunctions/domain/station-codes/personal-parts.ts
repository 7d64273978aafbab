import { type PersonalPart, removeAll } from '../personal-parts';
import { stationConsents, stationTrips } from './store';

/** Paid and refused trips are own trips; here are the consent and the one that is open. */
const scans: PersonalPart = {
  kind: 'station-scans',
  collections: ['station_consents', 'station_trips'],
  count: (platform, uid) => platform.database.count(stationTrips, { _id: uid }),
  async page(platform, uid) {
    const [consent, trip] = await Promise.all([
      platform.database.get(stationConsents, uid),
      platform.database.get(stationTrips, uid),
    ]);
    const rows =
      consent || trip
        ? [
            {
              agreedAtMs: consent?.agreedAtMs ?? null,
              entry: trip?.entry ?? null,
              lastExit: trip?.lastExit ?? null,
            },
          ]
        : [];
    return { rows, nextCursor: null };
  },
  async forget(platform, uid, deadlineMs) {
    const trips = await removeAll(platform, stationTrips, { _id: uid }, deadlineMs);
    return trips && removeAll(platform, stationConsents, { _id: uid }, deadlineMs);
  },
};

export const personalParts: readonly PersonalPart[] = [scans];
