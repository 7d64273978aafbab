import type { TrackReason } from '../../contract/tracks';
import type { Platform } from '../../platform';
import { liesInCity } from './city-of';
import { wayMarks } from './judgement/way-marks';
import { judgeTrack } from './rules';
import { readText, trackPoints } from './sent-points';
import { type JudgedTrack, segmentsOf, type Track, trackMarks, trackSegments } from './store';

export interface StoredJudgement {
  judged: JudgedTrack;
  /** Digests that keep anybody from sending the same track again; empty for one that is refused. */
  marks: string[];
}

/** Above the most that a track may have. */
const SEGMENTS_READ = 500;

/** The readings of a track as they were sent, in their order. One database call. */
export async function readSentPoints(platform: Platform, trackId: string) {
  const segments = await platform.database.find(trackSegments, {
    where: segmentsOf(trackId),
    orderBy: [['_id', 'asc']],
    limit: SEGMENTS_READ,
  });
  return segments.flatMap(({ points }) => readText(points));
}

async function isKnown(platform: Platform, { _id: trackId }: Track, marks: readonly string[]) {
  if (marks.length === 0) return false;
  const found = await platform.database.find(trackMarks, {
    where: { _id: { oneOf: marks } },
    limit: marks.length,
  });
  return found.some(mark => mark.trackId !== trackId);
}

/** Judges a track by its readings, and by those that anybody has sent before. Two database calls, one for a refused one. */
export async function judgeStored(platform: Platform, track: Track, city: string): Promise<StoredJudgement> {
  const points = trackPoints(await readSentPoints(platform, track._id));
  const { reasons, measures } = judgeTrack(points);
  const all: TrackReason[] = [...reasons];
  if (points[0] && !liesInCity(city, points[0])) all.push('OUTSIDE');
  const marks = all.length > 0 ? [] : wayMarks(points).map(mark => platform.keyedDigest('track-mark', mark));
  if (await isKnown(platform, track, marks)) all.push('REPLAYED');
  const judged = {
    fromMs: measures.fromMs,
    toMs: measures.toMs,
    distanceMetres: Math.floor(measures.distanceMetres),
    movingSeconds: Math.round(measures.movingMs / 1_000),
    medianSpeedCentimetres: Math.round(measures.medianMetresPerSecond * 100),
    reasons: all,
  };
  return { judged, marks: all.length > 0 ? [] : marks };
}
