import type { Journey } from '../motion/journey';
import { durationSeconds, type Motion, metresAt, STEP_SECONDS, speedAt } from '../motion/motion';
import type { Random } from '../random';
import type { TrackPoint } from '../track';
import type { GapHabits } from './gaps';
import { coordinatesOf, type Origin } from './ground';
import type { Phone } from './phone';
import { pointOf } from './point-of';
import { PositionError } from './position-error';
import { FIRST_FIX_ERROR_METRES, type Reception, receptionOf } from './reception';
import { reportedAccuracy, reportedSpeed } from './reports';
import type { Sky } from './sky';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { abs, max, round } = Math;

export interface Recording {
  phone: Phone;
  sky: Sky;
  gaps: GapHabits;
  origin: Origin;
  beginMs: number;
}

/** The filter of a phone that holds still lets almost no error through. */
const HELD_SHARE = 0.03;
/** Speeds are means of the last moments. */
const SPEED_LAG_SECONDS = 0.7;
const SILENT_AFTER_SECONDS = 5;
/** Even a silent phone gives a sign of life once a minute. */
const SIGN_OF_LIFE_SECONDS = 60;

/** What a phone writes down of a motion. */
export function record(journey: Journey, motion: Motion, how: Recording, random: Random): TrackPoint[] {
  const { phone, origin, beginMs } = how;
  const receive = receptionOf(journey, motion, how, random);
  const error = new PositionError(FIRST_FIX_ERROR_METRES, random.fork('error'));
  const rhythm = random.fork('rhythm');
  const points: TrackPoint[] = [];
  let dueSeconds = rhythm.between([0, phone.intervalSeconds]);
  let latestMs = 0;
  for (let seconds = 0; seconds <= durationSeconds(motion); seconds += STEP_SECONDS) {
    const reception = receive(seconds);
    const { typicalMetres, isHeld } = reception;
    error.step(isHeld ? STEP_SECONDS * HELD_SHARE : STEP_SECONDS, typicalMetres);
    for (; dueSeconds <= seconds + STEP_SECONDS; dueSeconds += phone.intervalSeconds) {
      if (rhythm.chance(phone.lossChance) || isSilent(phone, reception)) continue;
      const place = journey.route.placeAt(metresAt(motion, dueSeconds));
      const seen = error.seen(place, isHeld ? 0 : typicalMetres);
      // The app stamps a point when it is handed over, not when the satellites were heard; and no point overtakes another.
      const delayMs = phone.delayMs + abs(rhythm.normal(phone.delayMs));
      latestMs = max(latestMs + 1, round(beginMs + dueSeconds * 1000 + delayMs));
      const accuracyMetres = reportedAccuracy(typicalMetres, phone, rhythm);
      const trueSpeed = speedAt(motion, dueSeconds - SPEED_LAG_SECONDS);
      const speed = reportedSpeed(trueSpeed, typicalMetres, phone, rhythm);
      const isMock = phone.saysMock ? false : undefined;
      points.push(pointOf(coordinatesOf(seen, origin), latestMs, accuracyMetres, speed, isMock));
    }
  }
  return points;
}

function isSilent(phone: Phone, { isInGap, stillSeconds }: Reception): boolean {
  const isAsleep =
    stillSeconds > SILENT_AFTER_SECONDS && stillSeconds % SIGN_OF_LIFE_SECONDS > SILENT_AFTER_SECONDS;
  return isInGap || (phone.isSilentStill && isAsleep);
}
