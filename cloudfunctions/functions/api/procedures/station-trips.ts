import type { stationTripsProcedures } from '../../../contract/station-trips';
import {
  agreeToScans,
  discardStationTrip,
  enterStation,
  leaveStation,
  readStationTrip,
  withdrawFromScans,
} from '../../../domain/station-codes';
import type { Platform } from '../../../platform';
import type { HandlersOf } from '../handler';

/** Until partners of other cities join, the product has the city of its first one. */
const cityOf = (platform: Platform): string => platform.variable('FIRST_PARTNER_CITY');

export const stationTripsHandlers: HandlersOf<typeof stationTripsProcedures> = {
  'stationTrips.read': {
    access: 'rider',
    run: ({ platform, uid }) => readStationTrip(platform, { uid, city: cityOf(platform) }),
  },
  'stationTrips.agree': {
    access: 'consenting-rider',
    run: ({ platform, uid, request }) => agreeToScans(platform, { uid, request }),
  },
  'stationTrips.withdraw': {
    access: 'rider',
    run: ({ platform, uid, request }) => withdrawFromScans(platform, { uid, request }),
  },
  'stationTrips.enter': {
    access: 'consenting-rider',
    run: ({ platform, uid, request, input }) =>
      enterStation(platform, { ...input, uid, request, city: cityOf(platform) }),
  },
  'stationTrips.exit': {
    access: 'consenting-rider',
    run: ({ platform, uid, request, input }) =>
      leaveStation(platform, { ...input, uid, request, city: cityOf(platform) }),
  },
  'stationTrips.discard': {
    access: 'rider',
    run: ({ platform, uid, request }) => discardStationTrip(platform, { uid, request }),
  },
};
