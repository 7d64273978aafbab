import { answers } from '../../../../cloudfunctions/domain/answers/store';
import { listBindings, riderTokens } from '../../../../cloudfunctions/domain/bindings';
import { bindCodes } from '../../../../cloudfunctions/domain/bindings/store';
import type { Job } from '../../../../cloudfunctions/domain/jobs';
import { jobRuns } from '../../../../cloudfunctions/domain/jobs/store';
import { rateWindows } from '../../../../cloudfunctions/domain/rate-limits/store';
import { withdrawConsent } from '../../../../cloudfunctions/domain/riders';
import { runJobs } from '../../../../cloudfunctions/functions/jobs/run-jobs';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const MINUTE_MS = 60_000;
const timerEvent = {
  Type: 'Timer',
  TriggerName: 'every-five-minutes',
  Time: '2026-11-10T00:05:00Z',
  Message: '',
};
const everything = { where: {}, limit: 1_000 };

test.each([
  ['a phone', timerEvent],
  [
    'a phone that claims a source',
    { ...timerEvent, SOURCE: 'wx_trigger', TCB_SOURCE: 'wx_trigger', OPENID: null },
  ],
  ['a phone with anything else', { procedure: 'purge-expired' }],
])('%s cannot start the jobs', async (_name, event) => {
  const answer = await product.callFunction('jobs', 'o-forger', event);
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  expect(await product.platform.database.find(jobRuns, everything)).toEqual([]);
  expect((await product.calls(1))[0]).toMatchObject({ function: 'jobs', databaseCalls: 0 });
});

test('the timer removes windows, codes and answers when their time is over, not before', async () => {
  const { database } = product.platform;
  await product.signedInRider('o-purged', { consent: true });
  await product.data('o-purged', 'bindings.createCode', {});
  const count = async () => ({
    windows: (await database.find(rateWindows, everything)).length,
    codes: (await database.find(bindCodes, everything)).length,
    answers: (await database.find(answers, everything)).length,
  });
  expect(await count()).toEqual({ windows: 6, codes: 1, answers: 2 });
  await product.advanceClock(6 * MINUTE_MS);
  expect(await count()).toEqual({ windows: 0, codes: 1, answers: 2 });
  const runs = await database.find(jobRuns, everything);
  expect(runs.map(run => run._id)).toContain('purge-expired');
  for (const run of runs) expect(run).toMatchObject({ cursor: null, leaseOwner: null });
});

test('the timer finishes a withdrawal of consent that was cut off before the first card', async () => {
  const { platform } = product;
  const uid = await product.signedInRider('o-withdrawn', { consent: true });
  const request = { key: 'test:withdraw', hash: 'h' };
  const boundAtMs = platform.nowMs();
  const token = {
    lastUnboundAtMs: null,
    lastWaitAtMs: null,
    label: '1',
    waiting: false,
    creditDueAtMs: null,
  };
  await platform.database.add(riderTokens, { _id: 'bawei:1', partnerId: 'bawei', uid, boundAtMs, ...token });
  await withdrawConsent(platform, { uid, request });
  expect(await listBindings(platform, uid)).toHaveLength(1);
  await product.advanceClock(6 * MINUTE_MS);
  expect(await listBindings(platform, uid)).toEqual([]);
});

describe('several jobs', () => {
  const ran: string[] = [];
  const jobOf = (name: string, step: Job['step']): Job => ({ name, everyMs: 1_000, step });
  const good = (name: string) =>
    jobOf(name, async () => {
      ran.push(name);
      return { cursor: null };
    });

  test('run one after the other, and one that fails does not hold up the others', async () => {
    const broken = jobOf('broken', async () => {
      throw new Error('broken');
    });
    const reports = await runJobs(
      product.platform,
      [good('first'), broken, good('last')],
      Number.MAX_SAFE_INTEGER,
    );
    expect(reports).toEqual([
      { job: 'first', outcome: 'finished' },
      { job: 'broken', outcome: 'failed' },
      { job: 'last', outcome: 'finished' },
    ]);
    expect(ran).toEqual(['first', 'last']);
  });

  test('that do not fit the time are left to the next trigger', async () => {
    let nowMs = Date.UTC(2100, 0, 1);
    const platform = { ...product.platform, nowMs: () => nowMs };
    const long = jobOf('long', async () => {
      nowMs += MINUTE_MS;
      return { cursor: 'more' };
    });
    const reports = await runJobs(platform, [long, good('never')], nowMs + MINUTE_MS);
    expect(reports).toEqual([{ job: 'long', outcome: 'paused' }]);
  });
});
