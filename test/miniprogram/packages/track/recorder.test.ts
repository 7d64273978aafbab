import { type FakeWx, installFakeWx, ok } from '../../services/fake-wx';

type RecorderModule = typeof import('../../../../miniprogram/packages/track/services/recorder');
type Place = { latitude: number; longitude: number; speed: number; accuracy: number };

const TRACK = 't'.repeat(26);
const NOW_MS = Date.parse('2026-11-10T08:00:00+08:00');

let phone: FakeWx;
let recording: RecorderModule;
let move: (place: Place) => void;
/** What the server has, part by part. */
let kept: unknown[][];
let isReachable: boolean;

const startApp = async () => {
  jest.resetModules();
  recording = await import('../../../../miniprogram/packages/track/services/recorder');
};

const serve = ({ input }: { input: unknown }) => {
  if (!isReachable) throw { errMsg: 'cloud.callFunction:fail' };
  const { number, points } = input as { number: number; points: unknown[] };
  if (number > kept.length)
    return {
      ok: false,
      error: { code: 'INVALID_INPUT', message: '', details: { expected: kept.length }, logId: 'log' },
    };
  if (number < kept.length && JSON.stringify(kept[number]) !== JSON.stringify(points))
    return { ok: false, error: { code: 'IDEMPOTENCY_CONFLICT', message: '', details: {}, logId: 'log' } };
  kept[number] = structuredClone(points);
  return ok({ segments: kept.length, points: kept.flat().length });
};

beforeEach(async () => {
  jest.useFakeTimers({ now: NOW_MS, doNotFake: ['setImmediate'] });
  phone = installFakeWx();
  phone.answer = serve;
  kept = [];
  isReachable = true;
  Object.assign(phone, {
    startLocationUpdateBackground: async () => undefined,
    stopLocationUpdate: () => undefined,
    setKeepScreenOn: () => undefined,
    onLocationChange: (listener: (place: Place) => void) => {
      move = listener;
    },
    offLocationChange: () => {
      move = () => undefined;
    },
  });
  await startApp();
});
afterEach(() => jest.useRealTimers());

const open = (segments = 0) => ({
  trackId: TRACK,
  begunAtMs: NOW_MS,
  segments,
  points: 0,
  nowMs: Date.now(),
});

/** So many positions, three seconds apart. */
async function ride(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    jest.setSystemTime(Date.now() + 3_000);
    move({ latitude: 22.5 + at / 10_000, longitude: 114, speed: 4.2, accuracy: 6 });
    await new Promise(resolve => setImmediate(resolve));
  }
}

const times = () => kept.flat().map(point => (point as number[])[2]!);

test('everything that was passed is at the server in the end, once and in order', async () => {
  const recorder = recording.takeUp(open());
  await recorder.resume();
  await ride(100);
  expect(await recorder.end()).toBe(kept.length);
  expect(times()).toHaveLength(100);
  expect([...times()].sort((left, right) => left - right)).toEqual(times());
});

test('positions bear the time of the server, however wrong the phone’s is', async () => {
  const recorder = recording.takeUp({ ...open(), begunAtMs: NOW_MS + 7_200_000, nowMs: NOW_MS + 7_200_000 });
  await recorder.resume();
  await ride(1);
  await recorder.end();
  expect(times()).toEqual([NOW_MS + 7_203_000]);
  expect(recorder.elapsedMs()).toBe(3_000);
});

test('without a network nothing is lost', async () => {
  const recorder = recording.takeUp(open());
  await recorder.resume();
  await ride(30);
  isReachable = false;
  await ride(60);
  await expect(recorder.end()).rejects.toThrow();
  isReachable = true;
  await recorder.resume();
  await ride(10);
  await recorder.end();
  expect(times()).toHaveLength(100);
});

test('a phone that breaks down loses the last few positions at most', async () => {
  const before = recording.takeUp(open());
  await before.resume();
  await ride(53);
  await startApp();
  const after = recording.takeUp(open(kept.length));
  await after.resume();
  await ride(10);
  await after.end();
  expect(times().length).toBeGreaterThanOrEqual(53 + 10 - 5);
  expect(new Set(times()).size).toBe(times().length);
});

test('an answer that was lost makes no position come twice', async () => {
  const recorder = recording.takeUp(open());
  await recorder.resume();
  await ride(20);
  phone.answer = data => {
    serve(data);
    throw { errMsg: 'cloud.callFunction:fail' };
  };
  await expect(recorder.send()).rejects.toThrow();
  phone.answer = serve;
  await startApp();
  const after = recording.takeUp(open(kept.length));
  await after.resume();
  await ride(5);
  await after.end();
  expect(times()).toHaveLength(25);
});

test('a pause records nothing', async () => {
  const recorder = recording.takeUp(open());
  await recorder.resume();
  await ride(5);
  recorder.pause();
  await ride(5);
  await recorder.resume();
  await ride(5);
  await recorder.end();
  expect(times()).toHaveLength(10);
});

test('what WeChat does not allow leaves it paused', async () => {
  const denied = async () => Promise.reject({ errMsg: 'startLocationUpdate:fail auth deny' });
  Object.assign(phone, { startLocationUpdateBackground: denied, startLocationUpdate: denied });
  const recorder = recording.takeUp(open());
  await expect(recorder.resume()).rejects.toMatchObject({ errMsg: /auth deny/ });
  expect(recorder.isPaused).toBe(true);
});

test('where it may be followed only while it is seen, the screen stays on', async () => {
  const screen: boolean[] = [];
  Object.assign(phone, {
    startLocationUpdateBackground: async () => Promise.reject({ errMsg: 'fail auth deny' }),
    startLocationUpdate: async () => undefined,
    setKeepScreenOn: ({ keepScreenOn }: { keepScreenOn: boolean }) => screen.push(keepScreenOn),
  });
  const recorder = recording.takeUp(open());
  await recorder.resume();
  recorder.pause();
  expect(screen).toEqual([true, false]);
});

test('nothing of a track that was put down is left on the phone', async () => {
  const recorder = recording.takeUp(open());
  await recorder.resume();
  await ride(3);
  recording.putDown();
  expect([...phone.stored.keys()].filter(key => key.includes('track'))).toEqual([]);
});
