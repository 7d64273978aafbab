import type { Journey } from '../motion/journey';
import { type Motion, metresAt, STEP_SECONDS, speedAt } from '../motion/motion';
import type { Random } from '../random';
import { type GapHabits, gapsOf } from './gaps';
import type { Phone } from './phone';
import { errorAlong, type Sky } from './sky';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { exp, max } = Math;

/** How well a phone hears the satellites at a moment. */
export interface Reception {
  isInGap: boolean;
  /** The deviation of its error in each direction. */
  typicalMetres: number;
  stillSeconds: number;
  /** Whether its filter keeps the position where it is. */
  isHeld: boolean;
}

export const FIRST_FIX_ERROR_METRES = 14;
/** A fix gets better over some seconds after the first one, and after each gap. */
const RECOVERY_SECONDS = 6;
const AFTER_GAP_ERROR_METRES = 9;
const ROOF_ERROR_METRES = 11;
const STILL_METRES_PER_SECOND = 0.2;
const HELD_AFTER_SECONDS = 3;

/** @returns the reception at a moment, to be asked once for each step of the motion */
export function receptionOf(
  { route, roofs }: Journey,
  motion: Motion,
  how: { phone: Phone; sky: Sky; gaps: GapHabits },
  random: Random,
): (seconds: number) => Reception {
  const gaps = gapsOf(motion, how.gaps, random.fork('gaps'));
  const placeError = errorAlong(how.sky, route.lengthMetres, random.fork('sky'));
  let [extraMetres, stillSeconds] = [FIRST_FIX_ERROR_METRES, 0];
  return seconds => {
    const at = metresAt(motion, seconds);
    const isInGap = gaps.some(gap => seconds >= gap.fromSeconds && seconds <= gap.toSeconds);
    const isUnderRoof = roofs.some(roof => at >= roof.fromMetres && at <= roof.toMetres);
    extraMetres = isInGap ? AFTER_GAP_ERROR_METRES : extraMetres * exp(-STEP_SECONDS / RECOVERY_SECONDS);
    const fromPlace = max(placeError(at), isUnderRoof ? ROOF_ERROR_METRES : 0);
    const isStill = speedAt(motion, seconds) < STILL_METRES_PER_SECOND;
    stillSeconds = isStill ? stillSeconds + STEP_SECONDS : 0;
    return {
      isInGap,
      typicalMetres: how.phone.errorFactor * fromPlace + extraMetres,
      stillSeconds,
      isHeld: how.phone.holdsStill && stillSeconds > HELD_AFTER_SECONDS && !isUnderRoof,
    };
  };
}
