import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Cloud } from '../../../../local/cloud';
import { everyTimer } from '../../../../local/cloud/timers/cron';
import { type Database, realDatabase } from '../real-sdk';
import { postJson, send } from '../requests';
import { startTestCloud, stopTestClouds, temporaryFolder } from '../test-cloud';

const minuteMs = 60_000;
const startAtMs = Date.parse('2026-01-01T00:01:00Z');

let cloud: Cloud;
let db: Database;
let folder: string;
beforeAll(async () => {
  folder = temporaryFolder();
  cloud = await startTestCloud({ dataFolder: folder, startAtMs });
  db = realDatabase(cloud);
});
afterAll(stopTestClouds);
beforeEach(() => db.collection('ticks').where({}).remove());

interface Tick {
  event: Record<string, string>;
  source: string;
  openid: string | null;
  nowMs: number;
}

const ticks = async () =>
  (await db.collection('ticks').orderBy('nowMs', 'asc').limit(1000).get()).data as unknown as Tick[];
const move = (movement: object) => postJson(`${cloud.url}/clock`, movement);

test('a new data folder can start in the past', async () => {
  const { json } = await send(`${cloud.url}/clock`);
  const { nowMs } = json as { nowMs: number };
  expect(nowMs).toBeGreaterThanOrEqual(startAtMs);
  expect(nowMs).toBeLessThan(startAtMs + minuteMs);
});

test('advancing runs every trigger on the way, each at its own time, before it answers', async () => {
  const beforeMs = cloud.nowMs();
  const { json } = await move({ advanceMs: 60 * minuteMs });
  expect((json as { nowMs: number }).nowMs).toBeGreaterThanOrEqual(beforeMs + 60 * minuteMs);
  const seen = await ticks();
  expect(seen).toHaveLength(12);
  for (const { event, source, openid, nowMs } of seen) {
    const dueMs = Date.parse(event.Time ?? '');
    expect(event).toEqual({
      Type: 'Timer',
      TriggerName: 'every-five-minutes',
      Time: event.Time,
      Message: '',
    });
    expect({ source, openid, minute: (dueMs / minuteMs) % 5 }).toEqual({
      source: 'wx_trigger',
      openid: null,
      minute: 0,
    });
    expect(nowMs).toBeGreaterThanOrEqual(dueMs);
    expect(nowMs).toBeLessThan(dueMs + minuteMs);
  }
});

test('two advances at once run one after the other', async () => {
  const beforeMs = cloud.nowMs();
  await Promise.all([move({ advanceMs: 10 * minuteMs }), move({ advanceMs: 10 * minuteMs })]);
  expect(cloud.nowMs()).toBeGreaterThanOrEqual(beforeMs + 20 * minuteMs);
  const times = (await ticks()).map(({ event }) => event.Time);
  expect(times).toHaveLength(4);
  expect(new Set(times).size).toBe(4);
});

test('jumping leaves out what lies between', async () => {
  await move({ nowMs: cloud.nowMs() + 24 * 60 * minuteMs });
  expect(await ticks()).toEqual([]);
  await move({ advanceMs: 5 * minuteMs });
  expect(await ticks()).toHaveLength(1);
});

test('a timer fires when the clock walks past its time by itself', async () => {
  const nextMs = (Math.floor(cloud.nowMs() / (5 * minuteMs)) + 1) * 5 * minuteMs;
  await move({ nowMs: nextMs - 200 });
  let seen: Tick[] = [];
  while (seen.length === 0) {
    await new Promise(resolve => setTimeout(resolve, 50));
    seen = await ticks();
  }
  expect(Date.parse(seen[0]?.event.Time ?? '')).toBe(nextMs);
});

test.each([
  ['backwards', () => ({ nowMs: cloud.nowMs() - 1 })],
  ['a negative advance', () => ({ advanceMs: -1 })],
  ['both at once', () => ({ nowMs: cloud.nowMs() + 1000, advanceMs: 1 })],
  ['neither', () => ({})],
  ['a text', () => ({ advanceMs: '1' })],
  ['a fraction', () => ({ advanceMs: 0.5 })],
  ['a walk of more than 400 days', () => ({ advanceMs: 401 * 24 * 60 * minuteMs })],
])('%s is refused', async (_name, movement) => {
  const beforeMs = cloud.nowMs();
  expect((await move(movement())).status).toBe(400);
  expect(cloud.nowMs()).toBeGreaterThanOrEqual(beforeMs);
  expect(cloud.nowMs()).toBeLessThan(beforeMs + minuteMs);
});

test('the clock goes on where it stood when the data folder is opened again', async () => {
  const kept = temporaryFolder();
  const first = await startTestCloud({ dataFolder: kept, startAtMs });
  await postJson(`${first.url}/clock`, { nowMs: startAtMs + 90 * minuteMs });
  await first.stop();
  const second = await startTestCloud({ dataFolder: kept, startAtMs });
  expect(second.nowMs()).toBeGreaterThanOrEqual(startAtMs + 90 * minuteMs);
  expect(JSON.parse(readFileSync(path.join(kept, 'clock.json'), 'utf8'))).toHaveProperty('offsetMs');
});

describe('cron of seven fields, in Beijing time', () => {
  const next = (cron: string, after: string) => {
    const { schedule, problem } = everyTimer(cron);
    if (schedule === null) return problem;
    const dueMs = schedule.next(Date.parse(after));
    return dueMs === null ? null : new Date(dueMs).toISOString();
  };
  test.each([
    ['0 */5 * * * * *', '2026-01-01T00:00:00Z', '2026-01-01T00:05:00.000Z'],
    ['30 15 10 * * * *', '2026-01-01T00:00:00Z', '2026-01-01T02:15:30.000Z'],
    ['0 0 2 1 * * *', '2026-01-15T00:00:00Z', '2026-01-31T18:00:00.000Z'],
    ['0 0 9 * * MON *', '2026-01-01T00:00:00Z', '2026-01-05T01:00:00.000Z'],
    ['0 0 9 15 * MON *', '2026-01-06T00:00:00Z', '2026-01-12T01:00:00.000Z'],
    ['0 0 0 1 1 * 2030', '2026-01-01T00:00:00Z', '2029-12-31T16:00:00.000Z'],
    ['0 0 0 1 1 * 2020', '2026-01-01T00:00:00Z', null],
  ])('%s after %s is due at %s', (cron, after, due) => {
    expect(next(cron, after)).toBe(due);
  });
  test.each(['* * * * *', '0 61 * * * * *', 'every five minutes or so please ok', ''])(
    '%j is no such cron',
    cron => {
      expect(next(cron, '2026-01-01T00:00:00Z')).toContain('is wrong');
    },
  );
});
