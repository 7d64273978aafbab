import type { TrackPoint } from '../../cloudfunctions/domain/tracks/judgement/track-point';

/** One part of a trip: for so long with about this speed, then turned by so many degrees. */
export interface Part {
  seconds: number;
  metresPerSecond: number;
  turn?: number;
}

export interface Drawing {
  parts: readonly Part[];
  everySeconds?: number;
  /** How far readings wander, one standard deviation. */
  wanderMetres?: number;
  /** How much the speed changes by itself, as a share of it. */
  unevenness?: number;
  seed?: number;
}

/** Always the same numbers for a seed: mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const START = { latitude: 22.53667, longitude: 114.02578 };
export const START_MS = Date.parse('2026-11-10T08:00:00+08:00');
const METRES_A_DEGREE = 111_195;

/** A plain trip for tests of single rules: not meant to look like any real one. */
export function drawTrack(drawing: Drawing): TrackPoint[] {
  const { parts, everySeconds = 3, wanderMetres = 3, unevenness = 0.2, seed = 1 } = drawing;
  const random = randomOf(seed);
  const spread = () => random() + random() + random() + random() - 2;
  const points: TrackPoint[] = [];
  let [east, north, heading, atMs] = [0, 0, 40, START_MS];
  let drift = { east: 0, north: 0 };
  for (const { seconds, metresPerSecond, turn = 0 } of parts) {
    let pace = 1;
    for (let second = 0; second < seconds; second += everySeconds) {
      pace += (1 - pace) * 0.05 + spread() * unevenness * 0.5;
      const metres = Math.max(0, metresPerSecond * pace) * everySeconds;
      const way = ((heading + spread() * 4) * Math.PI) / 180;
      east += Math.sin(way) * metres;
      north += Math.cos(way) * metres;
      drift = {
        east: drift.east * 0.8 + spread() * wanderMetres * 0.6,
        north: drift.north * 0.8 + spread() * wanderMetres * 0.6,
      };
      points.push({
        latitude: START.latitude + (north + drift.north) / METRES_A_DEGREE,
        longitude:
          START.longitude +
          (east + drift.east) / (METRES_A_DEGREE * Math.cos((START.latitude * Math.PI) / 180)),
        // Phones are late by some milliseconds, now more and now less.
        atMs: atMs + Math.round(random() * 60),
        accuracyMetres: 5 + Math.round(random() * 8),
        speedMetresPerSecond: metres / everySeconds,
      });
      atMs += everySeconds * 1_000;
    }
    heading += turn;
  }
  return points;
}

/** Ten minutes by bicycle with two lights and a corner. */
export const bicycle: readonly Part[] = [
  { seconds: 180, metresPerSecond: 4.2, turn: 90 },
  { seconds: 40, metresPerSecond: 0 },
  { seconds: 200, metresPerSecond: 4.6, turn: -60 },
  { seconds: 25, metresPerSecond: 0 },
  { seconds: 160, metresPerSecond: 3.9 },
];
