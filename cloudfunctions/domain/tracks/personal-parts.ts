import { beijingMinute } from '../../platform/beijing-time';
import { type PersonalPart, removeAll } from '../personal-parts';
import { readText } from './sent-points';
import { segmentsOf, type Track, trackMarks, trackRiders, trackSegments, tracks } from './store';

/** Each may bring some hundred kilobytes of readings. */
const TRACKS_A_PAGE = 5;
const SEGMENTS_READ = 500;

type ExportedTrack = Omit<Track, '_id' | 'uid' | 'expiresAtMs'> & {
  trackId: string;
  /** Each as `tracks.append` takes it. */
  readings: number[][];
};

const location: PersonalPart<ExportedTrack> = {
  kind: 'tracks',
  collections: ['track_riders', 'tracks', 'track_segments', 'track_marks'],
  count: (platform, uid) => platform.database.count(tracks, { uid }),
  async page(platform, uid, cursor) {
    const found = await platform.database.find(tracks, {
      where: { uid, ...(cursor !== null && { _id: { above: cursor } }) },
      orderBy: [['_id', 'asc']],
      limit: TRACKS_A_PAGE,
    });
    const rows: ExportedTrack[] = [];
    for (const { _id: trackId, uid: _, expiresAtMs: _expires, ...track } of found) {
      const segments = await platform.database.find(trackSegments, {
        where: segmentsOf(trackId),
        orderBy: [['_id', 'asc']],
        limit: SEGMENTS_READ,
      });
      rows.push({ trackId, ...track, readings: segments.flatMap(({ points }) => readText(points)) });
    }
    return { rows, nextCursor: found.length === TRACKS_A_PAGE ? (found.at(-1)?._id ?? null) : null };
  },
  sheet: {
    name: 'tracks',
    head: ['开始', '结束', '里程（米）', '位置（个）', '未计入的原因'],
    row: ({ begunAtMs, finishedAtMs, judged, points }) => [
      beijingMinute(begunAtMs),
      finishedAtMs === null ? '' : beijingMinute(finishedAtMs),
      judged?.distanceMetres ?? '',
      points,
      judged?.reasons.join(' ') ?? '',
    ],
  },
  async forget(platform, uid, deadlineMs) {
    const gone = [];
    for (const collection of [tracks, trackSegments, trackMarks])
      gone.push(await removeAll<{ _id: string }>(platform, collection, { uid }, deadlineMs));
    gone.push(await removeAll(platform, trackRiders, { _id: uid }, deadlineMs));
    return gone.every(Boolean);
  },
};

export const personalParts: readonly PersonalPart[] = [location];
