import { drive } from '../motion/drive';
import { type Journey, metresPerSecond } from '../motion/journey';
import { durationSeconds, type Motion, meanSpeed, peakSpeed } from '../motion/motion';
import { drawOrigin } from '../phone/ground';
import { drawPhone, type Phone } from '../phone/phone';
import { record } from '../phone/record';
import type { Random, Range } from '../random';
import type { LabelledTrack } from '../track';
import type { Kind } from './kind';

export const shortestSeconds = 3 * 60;
export const longestSeconds = 90 * 60;
const DRAWS = 200;
const FIRST_DAY_MS = Date.UTC(2026, 2, 1);
const DAYS = 270;
const DAY_MS = 86_400_000;
/** From six in the morning to nine in the evening in Beijing, which is eight hours ahead. */
const hoursOfDay: Range = [-2, 13];

const isIn = (value: number, [minimum, maximum]: Range): boolean => value >= minimum && value <= maximum;

export const drawBeginMs = (random: Random): number =>
  FIRST_DAY_MS + random.whole([0, DAYS - 1]) * DAY_MS + Math.round(random.between(hoursOfDay) * 3_600_000);

/** Draws trips of a kind until one is as fast, and as long, as the kind says. */
export function travel(kind: Kind, random: Random): { journey: Journey; motion: Motion } {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const here = random.fork(`draw ${draw}`);
    const journey = kind.plan(here.fork('plan'), here.logarithmicBetween(kind.lengthMetres));
    const motion = drive(journey, here.fork('drive'));
    const fits =
      isIn(durationSeconds(motion), [shortestSeconds, longestSeconds]) &&
      isIn(meanSpeed(motion), kilometresPerHour(kind.meanKilometresPerHour)) &&
      isIn(peakSpeed(motion), kilometresPerHour(kind.peakKilometresPerHour));
    if (fits) return { journey, motion };
  }
  throw new Error(`No trip of ${DRAWS} is what "${kind.why}" promises.`);
}

const kilometresPerHour = ([minimum, maximum]: Range): Range => [
  metresPerSecond(minimum),
  metresPerSecond(maximum),
];

/** @param phone what records it, if not just anybody's */
export function takeTrip(
  kind: Kind,
  random: Random,
  phone: Phone = drawPhone(random.fork('phone')),
): LabelledTrack {
  const { journey, motion } = travel(kind, random);
  const here = random.fork('recording');
  const recording = {
    phone,
    sky: here.pick(kind.skies),
    gaps: kind.gaps,
    origin: drawOrigin(here),
    beginMs: drawBeginMs(here),
  };
  return { label: kind.label, why: kind.why, points: record(journey, motion, recording, here) };
}
