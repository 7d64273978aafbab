import type { TrackPoint } from './track-point';

/** So many places in a row, to the metre, that no second ride comes upon them again by chance. */
const PLACES_A_MARK = 8;

/** Few enough to be looked up and written with the track. */
export const MARKS_A_TRACK = 4;

/** A metre: neither how coordinates were written nor a last digit makes another place of it. */
const placeOf = ({ latitude, longitude }: TrackPoint) => [
  Math.round(latitude * 1e5),
  Math.round(longitude * 1e5),
];

/** Mixes a number into a hash of 32 bits (the finishing steps of MurmurHash3). */
function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The places in the order in which they were passed; standing is one place. */
function placesPassed(points: readonly TrackPoint[]): number[] {
  const places: number[] = [];
  let before = '';
  for (const point of points) {
    const [latitude = 0, longitude = 0] = placeOf(point);
    const key = `${latitude},${longitude}`;
    if (key !== before) places.push(mix(mix(17, latitude), longitude));
    before = key;
  }
  return places;
}

/**
 * By what the same track is known again, whoever sends it and whatever times it bears: of all runs of eight places the four
 * with the smallest hashes. A part of the track that was cut out or lengthened mostly shares some of them. Times are left
 * out on purpose; that two people ride side by side never makes eight equal places. Pure.
 */
export function wayMarks(points: readonly TrackPoint[]): string[] {
  const places = placesPassed(points);
  const found = new Set<string>();
  for (let at = 0; at + PLACES_A_MARK <= places.length; at += 1) {
    const run = places.slice(at, at + PLACES_A_MARK);
    const [one, other] = [run.reduce(mix, 1), run.reduce(mix, 2)];
    found.add(`${one.toString(16).padStart(8, '0')}${other.toString(16).padStart(8, '0')}`);
  }
  return [...found].sort().slice(0, MARKS_A_TRACK);
}
