import { bikeKinds } from '../labels/bikes';
import { takeTrip } from '../labels/take-trip';
import { moved } from '../phone/ground';
import { drawPhone } from '../phone/phone';
import type { Random } from '../random';
import type { LabelledTrack, TrackPoint } from '../track';
import type { FakeKind, Pretence } from './fake-kind';

const DAY_MS = 86_400_000;
const rides = bikeKinds.filter(({ why }) => why.includes('commuter') || why.includes('shared'));

/** Leaps far enough that no vehicle could have made them. */
function teleporting(random: Random): Pretence {
  const { points } = takeTrip(random.pick(rides), random);
  const leapIndexes = new Set(
    Array.from({ length: random.whole([1, 5]) }, () =>
      Math.floor(points.length * random.between([0.1, 0.9])),
    ),
  );
  let offset = { eastMetres: 0, northMetres: 0 };
  return {
    points: points.map((point, index) => {
      if (leapIndexes.has(index)) {
        // Always away from the begin, as two leaps must not undo each other.
        const metres = random.between([900, 4000]);
        const heading = random.between([0, Math.PI / 2]);
        offset = {
          eastMetres: offset.eastMetres + metres * Math.cos(heading),
          northMetres: offset.northMetres + metres * Math.sin(heading),
        };
      }
      return moved(point, offset);
    }),
  };
}

/** A list that was put together by hand: times stand still, or go back. */
function disorderedTimes(random: Random): Pretence {
  const { points } = takeTrip(random.pick(rides), random);
  const habit = random.pick(['same', 'back', 'both'] as const);
  const share = random.between([0.02, 0.15]);
  let previousMs = points[0]!.atMs;
  return {
    points: points.map((point, index): TrackPoint => {
      // One place is certain, so that a short ride is not left as it was.
      const isTouched = index === Math.floor(points.length / 2) || (index > 1 && random.chance(share));
      const goesBack = habit === 'back' || (habit === 'both' && random.chance(0.5));
      const atMs = isTouched ? previousMs - (goesBack ? random.whole([500, 30_000]) : 0) : point.atMs;
      previousMs = atMs;
      return { ...point, atMs };
    }),
  };
}

/** A script that knows about noise, but hands out its points as no phone does: never late, none lost. */
function exactRhythm(random: Random): Pretence {
  const phone = {
    ...drawPhone(random.fork('phone')),
    ...{ intervalSeconds: random.pick([1, 2, 3]), lossChance: 0, isSilentStill: false },
  };
  const kind = { ...random.pick(rides), gaps: { asleepChance: 0, tunnelChance: 0 } };
  const { points } = takeTrip(kind, random, phone);
  const beginMs = points[0]!.atMs;
  const intervalMs = phone.intervalSeconds * 1000;
  return { points: points.map((point, index) => ({ ...point, atMs: beginMs + index * intervalMs })) };
}

/** Somebody's ride of another day, each point moved by less than a metre. */
function copiedRide(random: Random, honest: readonly LabelledTrack[]): Pretence {
  const original = random.pick(honest.filter(({ label }) => label === 'bike'));
  const shiftMs = random.whole([1, 30]) * DAY_MS + random.whole([-3_600_000, 3_600_000]);
  const jitterMetres = random.between([0.1, 0.7]);
  const jitterMs = random.pick([0, 0, 15]);
  const points = original.points.map(point => ({
    ...moved(point, { eastMetres: random.normal(jitterMetres), northMetres: random.normal(jitterMetres) }),
    atMs: point.atMs + shiftMs + random.whole([0, jitterMs]),
  }));
  return { points, detail: `copied from track ${honest.indexOf(original)}` };
}

export const tamperedRideFakes: readonly FakeKind[] = [
  { why: 'a ride that teleports', count: 6, pretend: teleporting },
  { why: 'a ride whose times repeat or go back', count: 6, pretend: disorderedTimes },
  { why: 'a ride sampled exactly to the millisecond', count: 5, pretend: exactRhythm },
  { why: 'a copied ride at another time with tiny jitter', count: 6, pretend: copiedRide },
];
