import { TRACK_NOTICE_VERSION } from '../../../../cloudfunctions/contract/tracks';
import { shenzhenFactorSet } from '../../../../cloudfunctions/domain/factors/seed';
import {
  agreeToNotice,
  appendSegment,
  beginTrack,
  finishTrack,
} from '../../../../cloudfunctions/domain/tracks';
import { tracks } from '../../../../cloudfunctions/domain/tracks/store';
import { sentPoints } from '../../../support/recorded-track';
import { dieAnywhere, type Process } from '../expiry/die-anywhere';
import { TimeWorld } from '../expiry/time-world';

/** A rider who records a bicycle trip. */
class TrackWorld extends TimeWorld {
  trackId = '';

  constructor() {
    super();
    this.documents.of('factor_sets').set(shenzhenFactorSet._id, JSON.stringify(shenzhenFactorSet));
  }

  override copy(): TrackWorld {
    const copy = new TrackWorld();
    copy.nowMs = this.nowMs;
    copy.trackId = this.trackId;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  async begin(): Promise<ReturnType<typeof sentPoints>> {
    await agreeToNotice(this.process(), 'ann', TRACK_NOTICE_VERSION);
    const { trackId, begunAtMs } = await beginTrack(this.process(), 'ann');
    this.trackId = trackId;
    const points = sentPoints({}, begunAtMs);
    this.nowMs = Math.max(...points.map(([, , atMs]) => atMs)) + 1_000;
    return points;
  }

  append(number: number, points: ReturnType<typeof sentPoints>, process: Process = this.process()) {
    return appendSegment(process, { uid: 'ann', trackId: this.trackId, number, points });
  }

  finish(segments: number, process: Process = this.process()) {
    const { trackId } = this;
    return finishTrack(process, { uid: 'ann', trackId, segments, city: 'shenzhen' });
  }
}

let world: TrackWorld;
let points: ReturnType<typeof sentPoints>;
beforeEach(async () => {
  world = new TrackWorld();
  points = await world.begin();
});

test('a segment: killed at any call and sent again it is kept once', async () => {
  const half = Math.floor(points.length / 2);
  await world.append(0, points.slice(0, half));
  const rest = points.slice(half);
  expect(await dieAnywhere(world, (one, process) => one.append(1, rest, process))).toBeGreaterThan(2);
});

test('the end: killed at any call and asked for again the track is judged and paid once', async () => {
  await world.append(0, points);
  const calls = await dieAnywhere(world, (one, process) => one.finish(1, process));
  expect(calls).toBeGreaterThan(10);
  await world.finish(1);
  expect(world.documents.all(tracks)[0]?.judged?.reasons).toEqual([]);
  expect(world.entries('own-trip')).toHaveLength(1);
});
