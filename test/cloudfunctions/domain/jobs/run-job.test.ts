import {
  type Job,
  purgeExpired,
  readRuns,
  runJob,
  runJobAsSeen,
} from '../../../../cloudfunctions/domain/jobs';
import { LEASE_MS } from '../../../../cloudfunctions/domain/jobs/lease';
import { jobRuns } from '../../../../cloudfunctions/domain/jobs/store';
import { rateWindows } from '../../../../cloudfunctions/domain/rate-limits/store';
import { type Collection, collectionOf, type Platform } from '../../../../cloudfunctions/platform';
import { DatabaseProxy } from '../../../support/database-proxy';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const HOUR_MS = 3_600_000;
/** Far from the endpoint's own time, so that the product's timers have nothing to do with these runs. */
const startMs = Date.UTC(2100, 0, 1);
const later = Number.MAX_SAFE_INTEGER;
let nowMs = startMs;
const platform = (): Platform => ({ ...product.platform, nowMs: () => nowMs });
beforeEach(() => {
  nowMs = startMs;
});

/** Counts to three, one a step, and keeps what it was called with. */
function countingJob(name: string, during: (count: number) => unknown = () => undefined) {
  const steps: { windowStartMs: number; count: number }[] = [];
  const job: Job = {
    name,
    everyMs: HOUR_MS,
    async step(_platform, { cursor, windowStartMs }) {
      const count = Number(cursor ?? 0) + 1;
      steps.push({ windowStartMs, count });
      await during(count);
      return { cursor: count < 3 ? String(count) : null };
    },
  };
  return { job, steps };
}

test('a job runs once in each window of its length', async () => {
  const { job, steps } = countingJob('hourly');
  expect(await runJob(platform(), job, later)).toBe('finished');
  nowMs += HOUR_MS - 1;
  expect(await runJob(platform(), job, later)).toBe('done');
  expect(steps).toHaveLength(3);
  nowMs += 1;
  expect(await runJob(platform(), job, later)).toBe('finished');
  expect(steps.at(-1)).toEqual({ windowStartMs: startMs + HOUR_MS, count: 3 });
});

test('of two triggers at once one works and the other leaves', async () => {
  const { job, steps } = countingJob('contended');
  const outcomes = await Promise.all([1, 2, 3].map(() => runJob(platform(), job, later)));
  expect(outcomes.filter(outcome => outcome === 'finished')).toHaveLength(1);
  for (const outcome of outcomes) expect(['finished', 'busy', 'done']).toContain(outcome);
  expect(steps).toHaveLength(3);
});

test('a trigger that comes while another works finds the job busy', async () => {
  const outcomes: string[] = [];
  const { job } = countingJob('long', async count => {
    if (count === 2) outcomes.push(await runJob(platform(), job, later));
  });
  expect(await runJob(platform(), job, later)).toBe('finished');
  expect(outcomes).toEqual(['busy']);
});

test('a run that was taken since it was seen is left to who has it', async () => {
  const { job, steps } = countingJob('seen-before');
  const seenBeforeTheFirst = (await readRuns(platform(), [job])).get(job.name);
  expect(await runJob(platform(), job, later)).toBe('finished');
  expect(await runJobAsSeen(platform(), job, seenBeforeTheFirst, later)).toBe('busy');
  nowMs += HOUR_MS;
  const seenBeforeTheNext = (await readRuns(platform(), [job])).get(job.name);
  expect(await runJob(platform(), job, later)).toBe('finished');
  expect(await runJobAsSeen(platform(), job, seenBeforeTheNext, later)).toBe('busy');
  expect(steps).toHaveLength(6);
});

test('a job costs two calls to begin and one a step, one when there is nothing to do', async () => {
  const { job } = countingJob('counted');
  const proxy = await DatabaseProxy.open(product.cloud);
  expect(await runJob(platform(), job, later)).toBe('finished');
  const begun = proxy.calls.length;
  proxy.reset();
  expect(await runJob(platform(), job, later)).toBe('done');
  const idle = proxy.calls.length;
  await proxy.stop();
  expect({ begun, idle }).toEqual({ begun: 2 + 3, idle: 1 });
});

test('a job whose time is up goes on at the next trigger where it stopped, for the same window', async () => {
  const { job, steps } = countingJob('slow', () => {
    nowMs += 40_000;
  });
  expect(await runJob(platform(), job, nowMs + 60_000)).toBe('paused');
  expect(steps.map(({ count }) => count)).toEqual([1, 2]);
  nowMs = startMs + HOUR_MS + 1;
  expect(await runJob(platform(), job, later)).toBe('finished');
  expect(steps.at(-1)).toEqual({ windowStartMs: startMs, count: 3 });
});

test('a function that was killed leaves a lease that runs out, and its progress', async () => {
  let killed = true;
  // A step that never ends is what a kill looks like from outside.
  const { job, steps } = countingJob('killed', count =>
    killed && count === 2 ? new Promise(() => undefined) : null,
  );
  void runJob(platform(), job, later);
  while (steps.length < 2) await new Promise(resolve => setTimeout(resolve, 5));
  killed = false;
  nowMs += LEASE_MS - 1;
  expect(await runJob(platform(), job, later)).toBe('busy');
  nowMs += 1;
  expect(await runJob(platform(), job, later)).toBe('finished');
  expect(steps.map(({ count }) => count)).toEqual([1, 2, 2, 3]);
});

test('who has lost the lease stops, and does not overwrite the progress of who has it', async () => {
  const { job } = countingJob('lost', async count => {
    if (count !== 1) return;
    await product.platform.database.updateWhere(
      jobRuns,
      { _id: 'lost' },
      { leaseOwner: 'somebody-else', cursor: '2' },
    );
  });
  expect(await runJob(platform(), job, later)).toBe('lost');
  expect((await product.platform.database.get(jobRuns, 'lost'))?.cursor).toBe('2');
});

test('a step that fails is tried again at the next trigger', async () => {
  let fails = true;
  const { job, steps } = countingJob('failing', count => {
    if (fails && count === 2) throw new Error('broken step');
  });
  await expect(runJob(platform(), job, later)).rejects.toThrow('broken step');
  fails = false;
  expect(await runJob(platform(), job, later)).toBe('finished');
  expect(steps.map(({ count }) => count)).toEqual([1, 2, 2, 3]);
});

describe('purging', () => {
  const other = collectionOf<{ _id: string; kind: string; expiresAtMs: number }>('rate_histories');
  const ids = async (collection: Collection<{ _id: string }>) => {
    const found = await product.platform.database.find(collection, { where: {}, limit: 1_000 });
    return found.map(({ _id }) => _id).sort();
  };

  test('removes what has ended, in every declared collection, and nothing else', async () => {
    const { database } = product.platform;
    for (const [_id, expiresAtMs] of [
      ['ended', startMs],
      ['alive', startMs + 1],
    ] as const) {
      await database.add(rateWindows, { _id, count: 1, expiresAtMs });
    }
    for (const [_id, kind, expiresAtMs] of [
      ['kept for a day', 'waiting', startMs - 23 * HOUR_MS],
      ['ended a day ago', 'waiting', startMs - 24 * HOUR_MS],
      ['of another kind', 'done', startMs - 24 * HOUR_MS],
    ] as const) {
      await database.add(other, { _id, kind, expiresAtMs });
    }
    const job = purgeExpired([
      { collection: 'rate_windows' },
      { collection: 'rate_histories', where: { kind: 'waiting' }, keptMs: 24 * HOUR_MS },
    ]);
    expect(await runJob(platform(), job, later)).toBe('finished');
    expect(await ids(collectionOf('rate_windows'))).toEqual(['alive']);
    expect(await ids(collectionOf('rate_histories'))).toEqual(['kept for a day', 'of another kind']);
  });

  test('takes several steps where there is much, and ends', async () => {
    const { database } = product.platform;
    const windows = Array.from({ length: 1_100 }, (_, at) => ({
      _id: `many-${at}`,
      count: 1,
      expiresAtMs: 1,
    }));
    for (let at = 0; at < windows.length; at += 50) {
      await Promise.all(windows.slice(at, at + 50).map(window => database.add(rateWindows, window)));
    }
    const job = { ...purgeExpired([{ collection: 'rate_windows' }]), name: 'purge-many' };
    expect(await runJob(platform(), job, later)).toBe('finished');
    expect(await ids(collectionOf('rate_windows'))).toEqual(['alive']);
    expect((await database.get(jobRuns, 'purge-many'))?.steps).toBe(3);
  });
});
