import { type TrackReason, trackReasons } from '../../contract/tracks';
import { measureTrack, type TrackMeasures } from './judgement/measure-track';
import { trackNumbers as limits } from './judgement/numbers';
import type { TrackPoint } from './judgement/track-point';

export interface TrackJudgement {
  /** Why this is no bicycle trip, the plainest first; empty for one that is. */
  reasons: TrackReason[];
  measures: TrackMeasures;
}

/** A phone's time goes on: a reading at another place at the same moment, or at an earlier one, was written by hand. */
const goesBack = (points: readonly TrackPoint[]): boolean =>
  points.some((point, index) => {
    const before = points[index - 1];
    if (!before || point.atMs > before.atMs) return false;
    const isSame = point.latitude === before.latitude && point.longitude === before.longitude;
    return point.atMs < before.atMs || !isSame;
  });

const isBelow = (value: number | null, limit: number): boolean => value !== null && value < limit;
const isAbove = (value: number | null, limit: number): boolean => value !== null && value > limit;

const limitsOf = ({ areSpeedsTold }: TrackMeasures['style']) => (areSpeedsTold ? limits.told : limits.placed);

/** At the pace of a runner, and as steady: on a bicycle pedalling, coasting and rises change the speed within half a minute. */
function isRunning({ style }: TrackMeasures): boolean {
  const { from, to } = limits.runningMetresPerSecond;
  if (style.usualMetresPerSecond < from || style.usualMetresPerSecond > to) return false;
  return style.areSpeedsTold
    ? isBelow(style.drift, limits.runningDrift)
    : style.topShare < limits.runningTopShare;
}

/** Without a speed that is kept, and changing it faster than legs can: a car or bus in traffic. */
function isTraffic({ style, fastMetresPerSecond }: TrackMeasures): boolean {
  const most = limitsOf(style);
  if (fastMetresPerSecond < limits.trafficMetresPerSecond) return false;
  if (style.cruiseShare > most.trafficCruiseShare) return false;
  return isAbove(style.pull, most.trafficPull) || isAbove(style.haste, most.trafficHaste);
}

/** A drive whose times were drawn out until its speeds were those of a bicycle: its waits, starts and stops became as long. */
function isDrawnOut({ style }: TrackMeasures): boolean {
  if (!isAbove(style.waitMs, limits.usualWaitMs)) return false;
  return (
    isAbove(style.changeMs, limitsOf(style).slowChangeMs) || isBelow(style.forgetting, limits.slowForgetting)
  );
}

const isMotor = (measures: TrackMeasures): boolean =>
  measures.fastMetresPerSecond > limits.motorMetresPerSecond || isTraffic(measures);

const isMadeUp = (measures: TrackMeasures): boolean =>
  measures.speedVariation < limits.leastSpeedVariation ||
  measures.repeatedShare > limits.mostRepeatedShare ||
  measures.evenTimesShare > limits.mostEvenTimesShare ||
  isBelow(measures.toldVariation, limits.leastToldVariation) ||
  isBelow(measures.stepChange, limits.leastStepChange) ||
  isBelow(measures.wanderMetres, limits.leastWanderMetres) ||
  isAbove(measures.speedDifference, limits.mostSpeedDifference);

/** Each sign by itself; a null is no sign. */
type Sign = (measures: TrackMeasures, points: readonly TrackPoint[]) => boolean;

const signs: Readonly<Partial<Record<TrackReason, Sign>>> = {
  MOCK_LOCATION: (_, points) => points.some(({ isMock }) => isMock === true),
  TIME_BACKWARDS: (_, points) => goesBack(points),
  TOO_FEW_POINTS: ({ points }) => points < limits.fewestPoints,
  INACCURATE: ({ points, usablePoints }) => usablePoints < points * limits.leastUsableShare,
  TELEPORT: ({ teleports }) => teleports > 0,
  GAPS: ({ lostMetres, lostAtOnceMetres, lostMetresPerSecond, distanceMetres }) =>
    lostAtOnceMetres > limits.mostLostAtOnceMetres ||
    lostMetresPerSecond > limits.motorMetresPerSecond ||
    lostMetres > (lostMetres + distanceMetres) * limits.mostLostShare,
  TOO_SHORT: ({ distanceMetres }) => distanceMetres < limits.shortestMetres,
  TOO_FAR: ({ distanceMetres }) => distanceMetres > limits.longestMetres,
  TOO_LONG: ({ fromMs, toMs }) => toMs - fromMs > limits.longestMs,
  START_IS_END: ({ apartMetres }) => apartMetres < limits.leastApartMetres,
  WALKING: ({ medianMetresPerSecond, style }) =>
    Math.min(medianMetresPerSecond, style.usualMetresPerSecond) < limits.walkingMetresPerSecond,
  RUNNING: isRunning,
  MOTOR: isMotor,
  SLOWED: isDrawnOut,
  MADE_UP: isMadeUp,
};

/** Whether these readings, in the order in which they came, are a bicycle trip, and if not why. Pure. */
export function judgeTrack(points: readonly TrackPoint[]): TrackJudgement {
  const measures = measureTrack(points);
  const reasons = (Object.keys(trackReasons) as TrackReason[]).filter(
    reason => signs[reason]?.(measures, points) ?? false,
  );
  return { reasons, measures };
}
