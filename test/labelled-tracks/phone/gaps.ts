import { durationSeconds, type Motion, speedAt } from '../motion/motion';
import type { Random, Range } from '../random';

export interface Gap {
  fromSeconds: number;
  toSeconds: number;
}

export interface GapHabits {
  asleepChance: number;
  tunnelChance: number;
}

const gapSeconds: Range = [20, 90];
/** Short recordings with long gaps would be nothing but gaps. */
const SHORTEST_SECONDS = 300;
const ATTEMPTS = 8;
const MOVING_METRES_PER_SECOND = 0.5;

/** When nothing is recorded: in a tunnel, which nobody stands still in, and while the system lets the app sleep. */
export function gapsOf(motion: Motion, habits: GapHabits, random: Random): Gap[] {
  const totalSeconds = durationSeconds(motion);
  if (totalSeconds < SHORTEST_SECONDS) return [];
  const draw = (): Gap => {
    const seconds = random.between(gapSeconds);
    const fromSeconds = random.between([40, totalSeconds - seconds - 40]);
    return { fromSeconds, toSeconds: fromSeconds + seconds };
  };
  const candidates: Gap[] = [];
  if (random.chance(habits.asleepChance))
    for (let count = random.whole([1, 3]); count > 0; count -= 1) candidates.push(draw());
  if (random.chance(habits.tunnelChance)) {
    const moves = ({ fromSeconds, toSeconds }: Gap): boolean =>
      [fromSeconds, toSeconds].every(seconds => speedAt(motion, seconds) > MOVING_METRES_PER_SECOND);
    const tunnel = Array.from({ length: ATTEMPTS }, draw).find(moves);
    if (tunnel) candidates.push(tunnel);
  }
  // Gaps that touch would make one that is longer than any.
  const apart = (one: Gap, other: Gap): boolean =>
    one.toSeconds + 30 < other.fromSeconds || other.toSeconds + 30 < one.fromSeconds;
  return candidates.filter((gap, index) => candidates.slice(0, index).every(other => apart(gap, other)));
}
