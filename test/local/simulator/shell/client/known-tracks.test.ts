import { judgeTrack } from '../../../../../cloudfunctions/domain/tracks/rules';
import {
  knownTracks,
  placesOf,
  STEP_SECONDS,
} from '../../../../../local/simulator/shell/client/tracks/known-tracks';
import { Random } from '../../../../labelled-tracks/random';

const START_MS = Date.parse('2026-11-10T08:00:00+08:00');
const START = { latitude: 22.53667, longitude: 114.02578, speed: 0, accuracyMetres: 8, altitudeMetres: 20 };

/** What a phone makes of it: it is late by some milliseconds, now more and now less. */
const readingsOf = (name: string, seed = 1) => {
  const random = new Random(seed);
  const track = knownTracks.find(one => one.name === name)!;
  return [...placesOf(track, START, () => random.unit())].map((place, step) => ({
    latitude: place.latitude,
    longitude: place.longitude,
    atMs: START_MS + step * STEP_SECONDS * 1_000 + random.whole([0, 79]),
    accuracyMetres: place.accuracyMetres,
    speedMetresPerSecond: place.speed,
    ...(place.isMock ? { isMock: true } : {}),
  }));
};
const SEEDS = Array.from({ length: process.env.SOAK ? 2_000 : 40 }, (_, seed) => seed);

test('the bicycle trip of the panel is one, every time a little different', () => {
  for (const seed of SEEDS) expect([seed, ...judgeTrack(readingsOf('bike', seed)).reasons]).toEqual([seed]);
});

test('its first eight and a half minutes are one as well: a phone that broke down there has no more', () => {
  const steps = (8.5 * 60) / STEP_SECONDS;
  for (const seed of SEEDS) {
    expect([seed, ...judgeTrack(readingsOf('bike', seed).slice(0, steps)).reasons]).toEqual([seed]);
  }
});

test.each([
  ['walk', 'WALKING'],
  ['car', 'MOTOR'],
  ['jump', 'TELEPORT'],
  ['mock', 'MOCK_LOCATION'],
])('what the panel plays as "%s" is refused for what it shows', (name, reason) => {
  expect(judgeTrack(readingsOf(name)).reasons).toContain(reason);
});
