import type { TrackPoint } from './track-point';

/** So many in a row that no second ride comes upon them again by chance. */
const RUN = 8;
/** Of a run at least so many have to differ: who stands, or whose phone counts in whole seconds, says nothing. */
const LEAST_DIFFERENT = 6;
/** Few enough to be looked up and written with the track. */
const MARKS_A_KIND = 2;

/** Mixes a number into a hash of 32 bits (the finishing steps of MurmurHash3). */
function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A metre: neither how coordinates were written nor a last digit makes another place of it. */
const placeOf = ({ latitude, longitude }: TrackPoint): number =>
  mix(mix(17, Math.round(latitude * 1e5)), Math.round(longitude * 1e5));

/** What the phone said beside the place, which somebody who only shakes the places leaves as it is. */
const readingOf = ({ accuracyMetres, speedMetresPerSecond }: TrackPoint): number =>
  mix(Math.round(accuracyMetres * 10), Math.round((speedMetresPerSecond ?? 0) * 100));

const timesBetween = (points: readonly TrackPoint[]): number[] =>
  points.slice(1).map(({ atMs }, index) => atMs - points[index]!.atMs);

/** What is read again and again while standing, once. */
const changes = (values: readonly number[]): number[] =>
  values.filter((value, index) => value !== values[index - 1]);

const hexOf = (value: number): string => value.toString(16).padStart(8, '0');

/** Of the run that begins there, with that seed. */
function hashOfRun(values: readonly number[], begin: number, seed: number): number {
  let hash = seed;
  for (let at = begin; at < begin + RUN; at += 1) hash = mix(hash, values[at]!);
  return hash;
}

const isVaried = (values: readonly number[], begin: number): boolean =>
  new Set(values.slice(begin, begin + RUN)).size >= LEAST_DIFFERENT;

/** Of all runs those with the smallest hashes: a part that was cut out or lengthened mostly shares some of them. */
function marksOf(kind: string, values: readonly number[]): string[] {
  const smallest: string[] = [];
  for (let begin = 0; begin + RUN <= values.length; begin += 1) {
    // Most runs are out by the first half of their mark; whether they are varied costs more to say.
    const first = hexOf(hashOfRun(values, begin, 1));
    const largest = smallest[MARKS_A_KIND - 1];
    if (largest !== undefined && first > largest) continue;
    const mark = first + hexOf(hashOfRun(values, begin, 2));
    if (smallest.includes(mark) || !isVaried(values, begin)) continue;
    smallest.push(mark);
    smallest.sort().splice(MARKS_A_KIND);
  }
  return smallest.map(mark => `${kind}:${mark}`);
}

/**
 * By what the same track is known again, whoever sends it: by its places, by what the phone said beside them, and by the
 * milliseconds between them. One of the three is enough, so neither shaking the places nor moving the whole to another
 * day makes a new track of it; and that two people ride side by side makes none of the three the same. Pure.
 */
export const wayMarks = (points: readonly TrackPoint[]): string[] => [
  ...marksOf('places', changes(points.map(placeOf))),
  ...marksOf(
    'readings',
    points.some(({ speedMetresPerSecond }) => speedMetresPerSecond) ? changes(points.map(readingOf)) : [],
  ),
  ...marksOf('times', timesBetween(points)),
];
