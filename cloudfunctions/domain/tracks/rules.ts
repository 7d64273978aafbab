import { type TrackReason, trackReasons } from '../../contract/tracks';
import { measureTrack, type TrackMeasures } from './judgement/measure-track';
import { trackNumbers as limits } from './judgement/numbers';
import type { TrackPoint } from './judgement/track-point';

export interface TrackJudgement {
  /** Why this is no bicycle trip, the plainest first; empty for one that is. */
  reasons: TrackReason[];
  measures: TrackMeasures;
}

const goesBack = (points: readonly TrackPoint[]): boolean =>
  points.some(({ atMs }, index) => index > 0 && atMs < points[index - 1]!.atMs);

/** Each sign by itself; a null is no sign. */
type Sign = (measures: TrackMeasures, points: readonly TrackPoint[]) => boolean;

const signs: Readonly<Partial<Record<TrackReason, Sign>>> = {
  MOCK_LOCATION: (_, points) => points.some(({ isMock }) => isMock === true),
  TIME_BACKWARDS: (_, points) => goesBack(points),
  TOO_FEW_POINTS: ({ points }) => points < limits.fewestPoints,
  INACCURATE: ({ points, usablePoints }) => usablePoints < points * limits.leastUsableShare,
  TELEPORT: ({ teleports }) => teleports > 0,
  GAPS: ({ lostMetres, lostAtOnceMetres, distanceMetres }) =>
    lostAtOnceMetres > limits.mostLostAtOnceMetres ||
    lostMetres > (lostMetres + distanceMetres) * limits.mostLostShare,
  TOO_SHORT: ({ distanceMetres }) => distanceMetres < limits.shortestMetres,
  TOO_FAR: ({ distanceMetres }) => distanceMetres > limits.longestMetres,
  TOO_LONG: ({ fromMs, toMs }) => toMs - fromMs > limits.longestMs,
  START_IS_END: ({ apartMetres }) => apartMetres < limits.leastApartMetres,
  WALKING: ({ medianMetresPerSecond }) => medianMetresPerSecond < limits.walkingMetresPerSecond,
  MOTOR: ({ fastMetresPerSecond }) => fastMetresPerSecond > limits.motorMetresPerSecond,
  MADE_UP: ({ speedVariation, wanderMetres, repeatedShare, speedDifference }) =>
    speedVariation < limits.leastSpeedVariation ||
    repeatedShare > limits.mostRepeatedShare ||
    (wanderMetres !== null && wanderMetres < limits.leastWanderMetres) ||
    (speedDifference !== null && speedDifference > limits.mostSpeedDifference),
};

/** Whether these readings, in the order in which they came, are a bicycle trip, and if not why. Pure. */
export function judgeTrack(points: readonly TrackPoint[]): TrackJudgement {
  const measures = measureTrack(points);
  const reasons = (Object.keys(trackReasons) as TrackReason[]).filter(
    reason => signs[reason]?.(measures, points) ?? false,
  );
  return { reasons, measures };
}
