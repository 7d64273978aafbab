import * as z from 'zod';
import { RandomStream } from '../city/random-stream';
import type { EndpointClock } from '../http/endpoint-clock';
import { Phone } from './phone';

/** How somebody moves while the phone records. */
export interface Recording {
  openid: string;
  beginMs: number;
  minutes: number;
  metresPerSecond: number;
  /** Degrees from the north. */
  heading: number;
}

const state = z.object({ consent: z.object({ noticeVersion: z.string(), given: z.boolean() }) });
const begun = z.object({ open: z.object({ trackId: z.string(), begunAtMs: z.number() }) });

/** 深圳湾公园. */
const START = { latitude: 22.52102, longitude: 113.98253 };
const METRES_A_DEGREE = 111_195;
const STEP_MS = 4_000;

/** The readings as the phone sends them: whole numbers, see the contract of `tracks.append`. */
function readingsOf({ openid, minutes, metresPerSecond, heading }: Recording, beginMs: number): number[][] {
  const random = new RandomStream(`track ${openid} ${beginMs}`);
  const spread = (): number => random.fraction() + random.fraction() + random.fraction() - 1.5;
  let [north, east, pace, way, drift] = [0, 0, 1, heading, 0];
  return Array.from({ length: (minutes * 60_000) / STEP_MS }, (_, index) => {
    pace += (1 - pace) * 0.07 + spread() * 0.13;
    way += spread() * 9 + (index % 45 === 44 ? 60 : 0);
    drift = drift * 0.8 + spread() * 2;
    const speed = Math.max(0, metresPerSecond * pace);
    north += (Math.cos((way * Math.PI) / 180) * speed * STEP_MS) / 1_000;
    east += (Math.sin((way * Math.PI) / 180) * speed * STEP_MS) / 1_000;
    const scale = METRES_A_DEGREE * Math.cos((START.latitude * Math.PI) / 180);
    return [
      Math.round((START.latitude + (north + drift) / METRES_A_DEGREE) * 1e6),
      Math.round((START.longitude + (east - drift) / scale) * 1e6),
      beginMs + index * STEP_MS + random.between(0, 90),
      random.between(50, 130),
      Math.round(speed * 100),
      0,
    ];
  });
}

/**
 * A rider agrees to the notice on location, records and finishes, as on the page; the clock jumps to the end in between. All
 * of it may be repeated as long as the time of the recording has not passed.
 */
export async function recordTrack(url: string, clock: EndpointClock, recording: Recording): Promise<void> {
  const phone = new Phone(url, recording.openid);
  const id = `${recording.openid}-track-${recording.beginMs}`;
  const { consent } = await phone.call(state, 'tracks.state', {});
  const { noticeVersion } = consent;
  if (!consent.given) await phone.call(z.unknown(), 'tracks.consent', { noticeVersion }, `${id}-notice`);
  const { open } = await phone.call(begun, 'tracks.begin', {}, `${id}-begin`);
  const points = readingsOf(recording, open.begunAtMs);
  await clock.jumpTo(open.begunAtMs + recording.minutes * 60_000 + STEP_MS);
  const { trackId } = open;
  await phone.call(z.unknown(), 'tracks.append', { trackId, number: 0, points }, `${id}-append`);
  await phone.call(z.unknown(), 'tracks.finish', { trackId, segments: 1 }, `${id}-finish`);
}
