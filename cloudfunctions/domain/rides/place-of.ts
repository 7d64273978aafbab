import type { Evidence, Place } from './store';

/** Where somebody went in or out, without the time; by its name where it has one. */
export const placeOf = (place: Evidence['entry']): Place =>
  'station' in place ? { station: place.station } : { longitude: place.longitude, latitude: place.latitude };
