/**
 * `trip-speed <rounds> <amount>`: prints what judging a trip of each kind takes, beside the least that anybody does with its
 * text: parsing and hashing it. Microseconds of processor time each time, by round, as JSON.
 */
import { createHash } from 'node:crypto';
import type { PartnerRide } from '../../../cloudfunctions/contract/partner';
import type { SentPoint } from '../../../cloudfunctions/contract/tracks';
import { shenzhenFactorSet } from '../../../cloudfunctions/domain/factors/seed';
import { judgeOwnTrip } from '../../../cloudfunctions/domain/own-trips/judge-own-trip';
import type { OwnTripPaying } from '../../../cloudfunctions/domain/own-trips/paying';
import { capBonus, halfOf } from '../../../cloudfunctions/domain/own-trips/rules';
import type { JudgedOwnTrip } from '../../../cloudfunctions/domain/own-trips/store';
import { judgeRide } from '../../../cloudfunctions/domain/rides/judge-ride';
import { wayMarks } from '../../../cloudfunctions/domain/tracks/judgement/way-marks';
import { judgeTrack } from '../../../cloudfunctions/domain/tracks/rules';
import { trackPoints } from '../../../cloudfunctions/domain/tracks/sent-points';
import { bicycle, drawTrack, START_MS } from '../../support/drawn-track';

import { ridesOfDay } from '../product/metro-rides';

/** Ten minutes at a reading a second. */
const sentTrack = (seed: number): SentPoint[] =>
  drawTrack({ parts: bicycle, everySeconds: 1, seed }).map(point => [
    Math.round(point.latitude * 1e6),
    Math.round(point.longitude * 1e6),
    point.atMs,
    Math.round(point.accuracyMetres * 10),
    Math.round((point.speedMetresPerSecond ?? 0) * 100),
    0,
  ]);

const NOW_MS = START_MS + 3_600_000;
const CITY = 'shenzhen';
const factorSets = [shenzhenFactorSet];
const caps = { dayBonusCap: 10_000, monthBonusCap: 100_000, monthTrips: 100 };
const paying = { city: CITY, factorSets, nowMs: NOW_MS } as unknown as OwnTripPaying;

const ownTripOf = (number: number): JudgedOwnTrip => ({
  source: 'bike-track',
  city: CITY,
  mode: 'shared-bike',
  fromMs: START_MS + number,
  toMs: START_MS + 600_000,
  distanceMetres: 2_000 + number,
  evidence: { number },
});

interface Kind {
  texts: readonly string[];
  /** Answers whether the trip is one. */
  judge: (trip: never) => boolean;
}

const kinds = {
  tracks: {
    texts: Array.from({ length: 8 }, (_, seed) => JSON.stringify(sentTrack(seed))),
    judge: (sent: SentPoint[]) => {
      const points = trackPoints(sent);
      return judgeTrack(points).reasons.length === 0 && wayMarks(points).length > 0;
    },
  },
  rides: {
    texts: Array.from({ length: 8 }, (_, number) => number).flatMap(number =>
      ridesOfDay({ riderToken: `card-${number}`, daysAgo: 1, rides: 4 }, NOW_MS).map(ride =>
        JSON.stringify(ride),
      ),
    ),
    judge: (ride: PartnerRide) => {
      const context = { city: CITY, allowedModes: ['metro'], factorSets, receivedAtMs: NOW_MS };
      return 'accepted' in judgeRide(ride, context);
    },
  },
  'own-trips': {
    texts: Array.from({ length: 32 }, (_, number) => JSON.stringify(ownTripOf(number))),
    judge: (trip: JudgedOwnTrip) => {
      const { evidence, problem } = judgeOwnTrip(trip, paying);
      const sums = { dayBonus: 10, monthBonus: 100, monthTrips: 3 };
      return problem === null && 'bonus' in capBonus(halfOf(evidence.grams), sums, caps);
    },
  },
} satisfies Record<string, Kind>;

export type TripKind = keyof typeof kinds;
export type TripSpeeds = Record<TripKind, { judge: number[]; read: number[] }>;

function microsEach(piece: (number: number) => void, amount: number): number {
  const before = process.cpuUsage();
  for (let number = 0; number < amount; number += 1) piece(number);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / amount;
}

function sidesOf({ texts, judge }: Kind) {
  const textOf = (number: number): string => texts[number % texts.length]!;
  return {
    judge: (number: number) => {
      if (!judge(JSON.parse(textOf(number)) as never))
        throw new Error(`refused: ${textOf(number).slice(0, 200)}`);
    },
    read: (number: number) => {
      JSON.parse(textOf(number));
      createHash('sha256').update(textOf(number)).digest('hex');
    },
  };
}

/** A track has hundreds of readings, a ride is judged in microseconds: each takes about as long in all. */
const shares: Record<TripKind, number> = { tracks: 0.05, rides: 10, 'own-trips': 10 };

function main(rounds: number, amount: number): void {
  const speeds = {} as TripSpeeds;
  for (const name of Object.keys(kinds) as TripKind[]) {
    const sides = sidesOf(kinds[name]);
    const count = Math.max(1, Math.ceil(amount * shares[name]));
    speeds[name] = { judge: [], read: [] };
    // The first round compiles, and has a process find the paths that it keeps; it is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const side of ['judge', 'read'] as const) {
        const micros = microsEach(sides[side], count);
        if (round > 0) speeds[name][side].push(micros);
      }
    }
  }
  process.stdout.write(JSON.stringify(speeds));
}

main(Number(process.argv[2]), Number(process.argv[3]));
