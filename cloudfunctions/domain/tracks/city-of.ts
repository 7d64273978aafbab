import { networkOf } from '../network';

/** Some fifty kilometres: the villages around a city belong to it. */
const AROUND_DEGREES = 0.5;

/** Whether a place lies in or around the city, by its stations; a city without a known network has no border. */
export function liesInCity(city: string, place: { latitude: number; longitude: number }): boolean {
  const stations = networkOf(city)?.stations;
  if (!stations) return true;
  return stations.some(
    ({ latitude, longitude }) =>
      Math.abs(latitude - place.latitude) < AROUND_DEGREES &&
      Math.abs(longitude - place.longitude) < AROUND_DEGREES,
  );
}
