import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { type OwnTrip, readOwnTrip } from '../own-trips';
import { tripIdOf } from './decide-trip';
import { readSentPoints } from './judge-stored';
import { segmentsOf, type Track, trackSegments, tracks } from './store';

/** More than a phone's screen can tell apart. */
const LINE_POINTS = 240;

export interface TrackResult {
  track: Track & { judged: NonNullable<Track['judged']>; finishedAtMs: number };
  /** Latitude and longitude in millionths of a degree; empty once the readings are deleted. */
  line: [number, number][];
  /** What was paid for it, or why nothing. */
  trip: OwnTrip | null;
}

async function lineOf(platform: Platform, track: Track): Promise<[number, number][]> {
  if ((track.pointsKeptUntilMs ?? 0) <= platform.nowMs()) return [];
  const points = await readSentPoints(platform, track._id);
  const step = Math.max(1, Math.ceil(points.length / LINE_POINTS));
  const shown = points.filter((_, index) => index % step === 0 || index === points.length - 1);
  return shown.map(([latitude, longitude]) => [latitude, longitude]);
}

/** A judged track of this rider; three database calls, two without readings. `NOT_FOUND` for any other. */
export async function readResult(platform: Platform, uid: string, trackId: string): Promise<TrackResult> {
  const track = await platform.database.get(tracks, trackId);
  if (track?.uid !== uid || !track.judged || track.finishedAtMs === null)
    throw new Refusal('NOT_FOUND', { field: 'trackId' });
  const { judged, finishedAtMs } = track;
  const [line, trip] = await Promise.all([
    lineOf(platform, track),
    readOwnTrip(platform, uid, tripIdOf(track)),
  ]);
  return { track: { ...track, judged, finishedAtMs }, line, trip };
}

/** Deletes the readings of a judged track now; false when they are gone already. What it was judged stays. */
export async function forgetPoints(platform: Platform, uid: string, trackId: string): Promise<boolean> {
  const kept = { _id: trackId, uid, pointsKeptUntilMs: { above: 0 } };
  const changed = await platform.database.updateWhere(tracks, kept, { pointsKeptUntilMs: null });
  await platform.database.removeWhere(trackSegments, { uid, ...segmentsOf(trackId) });
  return changed > 0;
}
