import type { Random } from '../random';
import type { Place } from '../streets/route';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { cos, round, PI } = Math;

export interface Origin {
  latitude: number;
  longitude: number;
}

const METRES_PER_DEGREE = 111_320;
const DEGREES = PI / 180;

/** Somewhere in Futian, Nanshan or Luohu. */
export const drawOrigin = (random: Random): Origin => ({
  latitude: random.between([22.525, 22.585]),
  longitude: random.between([113.95, 114.12]),
});

const rounded = (degrees: number): number => round(degrees * 1e7) / 1e7;

export const coordinatesOf = (place: Place, { latitude, longitude }: Origin): Origin => ({
  latitude: rounded(latitude + place.northMetres / METRES_PER_DEGREE),
  longitude: rounded(longitude + place.eastMetres / (METRES_PER_DEGREE * cos(latitude * DEGREES))),
});

/** The same point somewhere else. */
export const moved = <Point extends Origin>(point: Point, offset: Place): Point => ({
  ...point,
  ...coordinatesOf(offset, point),
});
