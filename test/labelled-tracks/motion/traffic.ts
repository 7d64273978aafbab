import type { Random, Range } from '../random';
import { metresPerSecond } from './journey';

/** One state of the road around a vehicle. */
export interface TrafficState {
  weight: number;
  kilometresPerHour: Range;
  seconds: Range;
}

const SCHEDULE_SECONDS = 3 * 3600;

/** Others on the road come and go: every while the road allows another speed. */
export function trafficOf(states: readonly TrafficState[], random: Random): (seconds: number) => number {
  const untilSeconds: number[] = [];
  const limits: number[] = [];
  const total = states.reduce((sum, { weight }) => sum + weight, 0);
  let seconds = 0;
  while (seconds < SCHEDULE_SECONDS) {
    const state = drawn(states, random.unit() * total);
    seconds += random.between(state.seconds);
    untilSeconds.push(seconds);
    limits.push(metresPerSecond(random.between(state.kilometresPerHour)));
  }
  let index = 0;
  return at => {
    // Journeys ask in the order of time, but one that is driven again begins anew.
    if (index > 0 && at < untilSeconds[index - 1]!) index = 0;
    while (index < limits.length - 1 && at >= untilSeconds[index]!) index += 1;
    return limits[index]!;
  };
}

function drawn(states: readonly TrafficState[], weight: number): TrafficState {
  let remaining = weight;
  for (const state of states) {
    remaining -= state.weight;
    if (remaining < 0) return state;
  }
  return states.at(-1)!;
}
