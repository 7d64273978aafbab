import { DAY_MS, HOUR_MS, startOfDayMs } from '../beijing-time';
import type { EndpointClock } from '../http/endpoint-clock';
import { type Recording, recordTrack } from '../people/record-track';

/** Of the evening, after work and before the operator sends the day. */
const EVENING_HOUR = 20.5;

interface Evening extends Omit<Recording, 'beginMs'> {
  /** From 0. */
  day: number;
}

const bicycle = { minutes: 11, metresPerSecond: 4.4 };

/** Who records a ride in the demo's month; the last one walks, and is told so. */
const evenings: readonly Evening[] = [
  { openid: 'demo-commuter-001', day: 12, heading: 40, ...bicycle },
  { openid: 'demo-commuter-001', day: 19, heading: 75, ...bicycle },
  { openid: 'demo-student-001', day: 21, heading: 20, ...bicycle },
  { openid: 'demo-commuter-001', day: 26, heading: 55, ...bicycle },
  { openid: 'demo-student-001', day: 27, heading: 20, minutes: 11, metresPerSecond: 1.4 },
];

/** Lets riders record what falls into the time until then; what the clock has passed already is left out. */
export async function playTracks(
  url: string,
  clock: EndpointClock,
  startDay: string,
  untilMs: number,
): Promise<void> {
  for (const { day, ...evening } of evenings) {
    const beginMs = startOfDayMs(startDay) + day * DAY_MS + EVENING_HOUR * HOUR_MS;
    if (beginMs > untilMs || beginMs < (await clock.nowMs())) continue;
    await clock.jumpTo(beginMs);
    await recordTrack(url, clock, { ...evening, beginMs });
  }
}
