import type { Random } from '../random';
import type { Journey, Mover, Obstacle } from './journey';
import { type Motion, STEP_SECONDS } from './motion';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { exp, max, min, sqrt } = Math;

/** As far ahead as the fastest car needs to stop. */
const LOOK_AHEAD_METRES = 300;
/** Nobody keeps a recording for longer. */
const LONGEST_STEPS = (2 * 3600) / STEP_SECONDS;
/** Even at the end of its strength a bike or a car gains this share of its first acceleration. */
const LEAST_ACCELERATION_SHARE = 0.25;
/** Below this a bike would fall over, and a red light would be approached for ever. */
const CREEP_METRES_PER_SECOND = 0.7;

/** Moves somebody along a way, step by step, and writes down where they were. */
export function drive(journey: Journey, random: Random): Motion {
  const { route, mover } = journey;
  const obstacles = [...journey.obstacles].sort((one, other) => one.atMetres - other.atMetres);
  const motion = { metres: [0], speeds: [0] };
  let [at, speed, effort, next] = [0, 0, 0, 0];
  const write = (): void => {
    motion.metres.push(at);
    motion.speeds.push(speed);
  };
  const isUnderWay = (): boolean => at < route.lengthMetres || next < obstacles.length;
  while (isUnderWay() && motion.metres.length < LONGEST_STEPS) {
    effort = nextEffort(effort, mover, random);
    const ahead = obstacles[next];
    if (ahead && at >= ahead.atMetres - 0.3) {
      next += 1;
      if (ahead.holdSeconds > 0) speed = 0;
      for (let held = 0; held < ahead.holdSeconds; held += STEP_SECONDS) write();
      continue;
    }
    const seconds = motion.metres.length * STEP_SECONDS;
    const wished = wishedSpeed(journey, at, seconds, effort);
    const allowed = allowedSpeed(obstacles, next, at, mover);
    speed = min(allowed, changed(speed, wished, mover));
    const stepMetres = speed * STEP_SECONDS;
    at = ahead ? min(at + stepMetres, max(at, ahead.atMetres)) : at + stepMetres;
    at = min(at, route.lengthMetres);
    write();
  }
  return motion;
}

/** What one keeps up without thinking wanders slowly around the usual. */
function nextEffort(effort: number, { effortDeviation, effortSeconds }: Mover, random: Random): number {
  const share = STEP_SECONDS / effortSeconds;
  return effort * (1 - share) + random.normal(effortDeviation * sqrt(2 * share));
}

function wishedSpeed(journey: Journey, at: number, seconds: number, effort: number): number {
  const { mover, route, slowStretches, limitAt } = journey;
  const usual = mover.cruiseMetresPerSecond * exp(effort - mover.gradeEffect * route.gradeAt(at));
  let wished = min(usual, mover.topMetresPerSecond, limitAt(seconds));
  for (const { fromMetres, toMetres, speedMetresPerSecond } of slowStretches)
    if (at >= fromMetres && at <= toMetres) wished = min(wished, speedMetresPerSecond * exp(effort));
  return wished;
}

/** The speed from which one can still brake for everything that one sees. */
function allowedSpeed(obstacles: readonly Obstacle[], next: number, at: number, mover: Mover): number {
  let allowed = Number.POSITIVE_INFINITY;
  for (let index = next; index < obstacles.length; index += 1) {
    const { atMetres, speedMetresPerSecond } = obstacles[index]!;
    const aheadMetres = max(0, atMetres - at);
    if (aheadMetres > LOOK_AHEAD_METRES) break;
    const braked = sqrt(speedMetresPerSecond ** 2 + 2 * mover.brakingMetresPerSecondSquared * aheadMetres);
    allowed = min(allowed, max(CREEP_METRES_PER_SECOND, braked));
  }
  return allowed;
}

function changed(speed: number, wished: number, mover: Mover): number {
  if (wished < speed) return max(wished, speed - mover.brakingMetresPerSecondSquared * STEP_SECONDS);
  const share = max(LEAST_ACCELERATION_SHARE, 1 - (0.7 * speed) / mover.topMetresPerSecond);
  return min(wished, speed + mover.accelerationMetresPerSecondSquared * share * STEP_SECONDS);
}
