import { drawBeginMs } from '../labels/take-trip';
import { coordinatesOf, drawOrigin } from '../phone/ground';
import { pointOf } from '../phone/point-of';
import type { Random } from '../random';
import type { Place } from '../streets/route';
import type { TrackPoint } from '../track';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { round } = Math;

/** A script that hands out locations. */
export interface Script {
  durationSeconds: number;
  intervalSeconds: number;
  /** 0 where the script also invents the times. */
  stampJitterMs: number;
  /** Independent from point to point, unlike the error of a receiver. */
  grainMetres: number;
  placeAt: (seconds: number) => Place;
  accuracyMetres: () => number;
  speed: (seconds: number) => number | null;
  isMock?: boolean;
}

export function fabricate(script: Script, random: Random): TrackPoint[] {
  const origin = drawOrigin(random);
  const beginMs = drawBeginMs(random);
  const points: TrackPoint[] = [];
  for (let seconds = 0; seconds <= script.durationSeconds; seconds += script.intervalSeconds) {
    const { eastMetres, northMetres } = script.placeAt(seconds);
    const seen = {
      eastMetres: eastMetres + random.normal(script.grainMetres),
      northMetres: northMetres + random.normal(script.grainMetres),
    };
    const speed = script.speed(seconds);
    const atMs = round(beginMs + seconds * 1000 + script.stampJitterMs * random.unit());
    const rounded = speed === null ? null : round(speed * 100) / 100;
    points.push(pointOf(coordinatesOf(seen, origin), atMs, script.accuracyMetres(), rounded, script.isMock));
  }
  return points;
}

/** A flag that a phone without knowledge of mock apps leaves out, and one that was tampered with denies. */
export const deniedMock = (random: Random): { isMock?: false } =>
  random.chance(0.5) ? {} : { isMock: false };
