/**
 * Codes at stations, for riders who pay cash: scanned on the way in and on the way out they make a trip that pays a bonus.
 *
 * 1. A code is signed by us: `STATION_KEY` signs every letter of it. A poster's counts while its edition does, a screen's
 *    for its half minute and the next.
 * 2. A code alone proves nothing, since it can be photographed: the phone has to be within 500 m of the station, both times.
 * 3. Positions are asked for with a consent of its own and not kept: a scan keeps how far from the station it was.
 * 4. A rider has one open trip, and it can be ended for four hours. Every time is the server's.
 * 5. The way is the network's shortest path; the time between the scans has to be one that trains need for it.
 * 6. Nothing here is carbon, and nothing here posts: `own-trips` pays.
 */
export { agreeToScans, withdrawFromScans } from './consent';
export { discardStationTrip } from './discard-trip';
export { enterStation, type StationScan } from './enter-station';
export { type EndedStationTrip, leaveStation } from './leave-station';
export { methodologyOf } from './methodology';
export { personalParts } from './personal-parts';
export {
  listPosters,
  posterText,
  renewPoster,
  requireStation,
  type StationPosterView,
} from './posters';
export { purges } from './purges';
export { readStationTrip, type StationTripState } from './read-station-trip';
export { type ScreenCode, screenCode } from './screen-code';
export type { OpenStationTrip } from './trip-view';
