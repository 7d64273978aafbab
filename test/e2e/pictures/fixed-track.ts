import { PICTURE_AT_MS } from './seed-people';

const MINUTE_MS = 60_000;

/** A way with two corners, as the server draws it together. */
const line = Array.from({ length: 60 }, (_, at) => [
  22_521_020 + (at < 20 ? at * 90 : 1_800 + Math.min(at - 20, 25) * 12 + Math.max(0, at - 45) * 80),
  113_982_530 + (at < 20 ? at * 15 : 300 + Math.min(at - 20, 25) * 130 + Math.max(0, at - 45) * 20),
]);

export const fixedTrack = {
  trackId: 't'.repeat(26),
  begunAtMs: PICTURE_AT_MS - 70 * MINUTE_MS,
  finishedAtMs: PICTURE_AT_MS - 57 * MINUTE_MS,
  fromMs: PICTURE_AT_MS - 70 * MINUTE_MS,
  toMs: PICTURE_AT_MS - 58 * MINUTE_MS,
  distanceMetres: 2_840,
  movingSeconds: 655,
  points: 236,
  medianSpeedCentimetres: 432,
  reasons: [],
  paidCredits: 48,
  payment: null,
  line,
  pointsKeptUntilMs: PICTURE_AT_MS + 30 * 24 * 60 * MINUTE_MS,
};
