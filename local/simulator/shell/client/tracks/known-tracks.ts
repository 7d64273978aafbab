import type { Place } from '../../shell-contract';

/** One part of a way: for so long with about this speed, then turned by so many degrees. */
interface Part {
  seconds: number;
  metresPerSecond: number;
  turn: number;
}

export interface KnownTrack {
  name: string;
  text: string;
  parts: readonly Part[];
  /** The phone says itself that the position is made up. */
  isMock?: boolean;
  /** After so many seconds the position is suddenly elsewhere. */
  jumpsAfterSeconds?: number;
}

/** What the panel can play: one that is a bicycle trip, and some that are taken for none. */
export const knownTracks: readonly KnownTrack[] = [
  {
    name: 'bike',
    text: '骑行 2.6 公里',
    parts: [
      { seconds: 170, metresPerSecond: 4.3, turn: 70 },
      { seconds: 30, metresPerSecond: 0, turn: 0 },
      { seconds: 210, metresPerSecond: 4.7, turn: -85 },
      { seconds: 20, metresPerSecond: 0, turn: 0 },
      { seconds: 220, metresPerSecond: 4.1, turn: 0 },
    ],
  },
  {
    name: 'walk',
    text: '步行 800 米',
    parts: [
      { seconds: 300, metresPerSecond: 1.35, turn: 80 },
      { seconds: 300, metresPerSecond: 1.4, turn: 0 },
    ],
  },
  {
    name: 'car',
    text: '开车 4 公里',
    parts: [
      { seconds: 120, metresPerSecond: 12, turn: 80 },
      { seconds: 60, metresPerSecond: 0, turn: 0 },
      { seconds: 200, metresPerSecond: 13, turn: 0 },
    ],
  },
  {
    name: 'jump',
    text: '骑着骑着跳走',
    parts: [{ seconds: 400, metresPerSecond: 4.2, turn: 0 }],
    jumpsAfterSeconds: 200,
  },
  {
    name: 'mock',
    text: '模拟定位',
    parts: [{ seconds: 300, metresPerSecond: 4.2, turn: 0 }],
    isMock: true,
  },
];

/** The way is measured at these steps. */
export const STEP_SECONDS = 3;
const METRES_A_DEGREE = 111_195;
/** So long it takes to get going, and to slow down for a corner or a light. */
const EASE_SECONDS = 12;

/** Share of its speed at that second of a part: nobody rides into a corner as fast as along a road. */
const easedShare = (second: number, seconds: number): number =>
  Math.min(1, (Math.min(second, seconds - second) + STEP_SECONDS) / EASE_SECONDS);

/**
 * Each step's place, beginning where the phone is. Every time a little different, as no two rides are the same.
 * @param random answers from 0 to below 1
 */
export function* placesOf(track: KnownTrack, from: Place, random = Math.random): Generator<Place> {
  const spread = (): number => random() + random() + random() - 1.5;
  let { latitude, longitude } = from;
  let [heading, pace, passed] = [30, 1, 0];
  let drift = { north: 0, east: 0 };
  for (const { seconds, metresPerSecond, turn } of track.parts) {
    for (let second = 0; second < seconds; second += STEP_SECONDS) {
      pace += (1 - pace) * 0.06 + spread() * 0.12;
      const speed = Math.max(0, metresPerSecond * pace * easedShare(second, seconds));
      const way = ((heading + spread() * 5) * Math.PI) / 180;
      latitude += (Math.cos(way) * speed * STEP_SECONDS) / METRES_A_DEGREE;
      longitude += (Math.sin(way) * speed * STEP_SECONDS) / eastScale(latitude);
      drift = { north: drift.north * 0.8 + spread() * 2, east: drift.east * 0.8 + spread() * 2 };
      passed += STEP_SECONDS;
      const jumpsAfter = track.jumpsAfterSeconds ?? Number.POSITIVE_INFINITY;
      if (passed >= jumpsAfter && passed - STEP_SECONDS < jumpsAfter) latitude += 0.05;
      yield {
        latitude: latitude + drift.north / METRES_A_DEGREE,
        longitude: longitude + drift.east / eastScale(latitude),
        speed,
        accuracyMetres: 6 + Math.round(random() * 8),
        altitudeMetres: from.altitudeMetres,
        ...(track.isMock ? { isMock: true } : {}),
      };
    }
    heading += turn;
  }
}

const eastScale = (latitude: number): number => METRES_A_DEGREE * Math.cos((latitude * Math.PI) / 180);
