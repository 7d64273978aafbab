import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { STEPS_CONSENT_VERSION } from '../../../../cloudfunctions/contract/steps';
import { readBalance, userAccount } from '../../../../cloudfunctions/domain/ledger';
import { giveConsent, signIn } from '../../../../cloudfunctions/domain/riders';
import { giveStepsConsent, syncSteps } from '../../../../cloudfunctions/domain/steps';
import type { Platform } from '../../../../cloudfunctions/platform';
import { beijingDay, DAY_MS, startOfDayMs } from '../../../../cloudfunctions/platform/beijing-time';
import { mortalPlatform } from '../../../support/mortal-platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

/** What WeChat on the person's phone tells its server, today first. */
async function told(openid: string, steps: number[]): Promise<string> {
  const today = startOfDayMs(beijingDay(product.cloud.nowMs()));
  const stepInfoList = steps.map((step, ago) => ({ timestamp: (today - ago * DAY_MS) / 1000, step }));
  const response = await product.http('/open-data', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ data: { stepInfoList } }),
  });
  return ((await response.json()) as { cloudID: string }).cloudID;
}

const agree = (openid: string) =>
  product.data(openid, 'steps.giveConsent', { version: STEPS_CONSENT_VERSION, isFourteen: true });
const sync = async (openid: string, steps: number[]) =>
  product.data(openid, 'steps.sync', { cloudId: await told(openid, steps) });
const bonusOf = async (openid: string) =>
  (await product.data(openid, 'ledger.balance', {})).balance.bonus.available;

async function walker(openid: string): Promise<string> {
  const uid = await product.signedInRider(openid, { consent: true });
  await agree(openid);
  return uid;
}

async function refusalOf(answer: Promise<{ ok: boolean; error?: { code: string; details: object } }>) {
  const { ok, error } = await answer;
  if (ok || !error) throw new Error('it was allowed');
  return { code: error.code, ...error.details };
}

test('a month of steps is paid at first, and afterwards what is new, as bonus with one entry each', async () => {
  await walker('o-walker');
  const month = Array.from({ length: 31 }, (_, ago) => (ago === 0 ? 3000 : 20_000));
  expect(await sync('o-walker', month)).toMatchObject({ paidCredits: 60 + 30 * 296, lowerDays: 0 });
  expect(await sync('o-walker', [8430, ...month.slice(1)])).toMatchObject({ paidCredits: 108 });
  const { balance } = await product.data('o-walker', 'ledger.balance', {});
  expect([balance.bonus.available, balance.carbon.available]).toEqual([30 * 296 + 168, 0]);
  const { entries } = await product.data('o-walker', 'ledger.statement', { limit: 10 });
  expect(entries.map(({ reason, reference }) => [reason, reference])).toEqual([
    ['steps', { type: 'steps', id: '2026-11-10' }],
    ['steps', { type: 'steps', id: '2026-10-11/2026-11-10' }],
  ]);
  const { days, rule } = await product.data('o-walker', 'steps.read', {});
  expect(days).toHaveLength(31);
  expect(days.at(-1)).toEqual({ day: '2026-11-10', steps: 8430, credits: 168 });
  expect(rule).toEqual({ stepsPerCredit: 50, dayCapCredits: 296, historyDays: 31 });
});

describe('steps that WeChat has not opened count nothing', () => {
  beforeAll(() => walker('o-forger'));

  test.each<[string, () => Promise<string>]>([
    ['an invented id', async () => 'local_invented'],
    ['the id of another person', () => told('o-walker', [9000])],
    ['JSON of steps in place of an id', async () => '{"stepInfoList":[{"timestamp":1,"step":9000}]}'],
  ])('%s', async (_name, make) => {
    const refused = await refusalOf(product.call('o-forger', 'steps.sync', { cloudId: await make() }));
    expect(refused).toMatchObject({ code: 'OPEN_DATA_REFUSED', reason: expect.stringMatching(/[一-鿿]/) });
    expect(await bonusOf('o-forger')).toBe(0);
  });

  test('an object where an id should be, as a client can send it', async () => {
    const cloudId = { cloudID: 'x', data: { stepInfoList: [{ timestamp: 1_794_240_000, step: 20_000 }] } };
    const event = { procedure: 'steps.sync', requestId: 'forged-object', input: { cloudId } };
    const answer = await product.callFunction('api', 'o-forger', event);
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const beside = { ...event, requestId: 'forged-beside', input: {}, cloudId };
    expect(await product.callFunction('api', 'o-forger', beside)).toMatchObject({ ok: false });
  });

  test('an id of ten minutes ago', async () => {
    const cloudId = await told('o-forger', [9000]);
    await product.advanceClock(600_000);
    const refused = await refusalOf(product.call('o-forger', 'steps.sync', { cloudId }));
    expect(refused).toMatchObject({ code: 'OPEN_DATA_REFUSED', number: -601_006 });
  });
});

describe('agreement', () => {
  test('comes first, and is not the guideline’s', async () => {
    await product.signedInRider('o-shy', { consent: true });
    const refused = await refusalOf(
      product.call('o-shy', 'steps.sync', { cloudId: await told('o-shy', [900]) }),
    );
    expect(refused.code).toBe('STEPS_CONSENT_REQUIRED');
    expect((await product.data('o-shy', 'steps.read', {})).consent.given).toBe(false);
  });

  test('is not taken from somebody under fourteen, and nothing of it is kept', async () => {
    const uid = await product.signedInRider('o-child', { consent: true });
    const input = { version: STEPS_CONSENT_VERSION, isFourteen: false };
    expect((await refusalOf(product.call('o-child', 'steps.giveConsent', input))).code).toBe(
      'UNDER_FOURTEEN',
    );
    const { personalParts } = await import('../../../../cloudfunctions/domain/steps');
    const page = await personalParts[0]!.page!(product.platform, uid, null);
    expect(page.rows).toEqual([]);
  });

  test('is only to the text that was shown', async () => {
    await product.signedInRider('o-late', { consent: true });
    const input = { version: '2020-01-01', isFourteen: true };
    expect(await refusalOf(product.call('o-late', 'steps.giveConsent', input))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'version',
    });
  });

  test('can be withdrawn: counts are deleted, days so far are settled, what was paid stays', async () => {
    await walker('o-leaver');
    await sync('o-leaver', [5000, 5000]);
    await product.data('o-leaver', 'steps.withdrawConsent', {});
    expect(await product.data('o-leaver', 'steps.read', {})).toMatchObject({
      consent: { given: false },
      days: [],
      settledThroughDay: '2026-11-10',
    });
    const cloudId = await told('o-leaver', [9000, 9000]);
    expect((await refusalOf(product.call('o-leaver', 'steps.sync', { cloudId }))).code).toBe(
      'STEPS_CONSENT_REQUIRED',
    );
    await agree('o-leaver');
    expect(await sync('o-leaver', [9000, 9000])).toMatchObject({ paidCredits: 0 });
    expect(await bonusOf('o-leaver')).toBe(200);
  });

  test('ends with the guideline’s and does not come back with it', async () => {
    await walker('o-both');
    await sync('o-both', [5000]);
    await product.data('o-both', 'riders.withdrawConsent', {});
    const { consent, days } = await product.data('o-both', 'steps.read', {});
    expect([consent.given, days]).toEqual([false, []]);
    await product.signedInRider('o-both', { consent: true });
    expect((await product.data('o-both', 'steps.read', {})).consent.given).toBe(false);
  });

  test('withdrawn in the middle of a reading: either it was paid before, or it is refused and leaves nothing', async () => {
    for (const at of [1, 2]) {
      const openid = `o-middle-${at}`;
      await walker(openid);
      const cloudId = await told(openid, [5000]);
      await Promise.all([
        product.call(openid, 'steps.sync', { cloudId }),
        product.data(openid, 'steps.withdrawConsent', {}),
      ]);
      expect((await product.data(openid, 'steps.read', {})).days).toEqual([]);
      expect([0, 100]).toContain(await bonusOf(openid));
    }
  });
});

describe('exactly once', () => {
  test('the same request again has the same answer, also when the id has expired since', async () => {
    await walker('o-again');
    const cloudId = await told('o-again', [5000]);
    const send = () => product.data('o-again', 'steps.sync', { cloudId }, { requestId: 'again-and-again' });
    const first = await send();
    await product.advanceClock(600_000);
    expect(await send()).toEqual(first);
    expect(await bonusOf('o-again')).toBe(100);
  });

  test('several phones at once pay every step once', async () => {
    await walker('o-many');
    const answers = await Promise.all(
      [4000, 5000, 5000, 4500].map(async steps =>
        product.call('o-many', 'steps.sync', { cloudId: await told('o-many', [steps]) }),
      ),
    );
    expect(answers.some(({ ok }) => ok)).toBe(true);
    await sync('o-many', [5000]);
    expect(await bonusOf('o-many')).toBe(100);
  });

  test('killed at any call and sent again it leaves one payment', async () => {
    const { platform } = product;
    for (const when of ['before', 'after'] as const) {
      for (let call = 0; ; call += 1) {
        const input = await quickWalker(`o-killed-${when}-${call}`);
        const mortal = mortalPlatform(counting(5000), { call, when });
        await syncSteps(mortal, input).catch(() => undefined);
        expect(await syncSteps(counting(5000), input)).toEqual({ paidCredits: 100, lowerDays: 0 });
        expect((await readBalance(platform, userAccount(input.uid))).bonus.available).toBe(100);
        if (mortal.calls() <= call) break;
      }
    }
  });
});

/** This process, to which WeChat says that so many steps were made today. */
const counting = (step: number): Platform => {
  const timestamp = startOfDayMs(beijingDay(product.cloud.nowMs())) / 1000;
  const opened = { isOpen: true as const, data: { stepInfoList: [{ timestamp, step }] } };
  return { ...product.platform, openData: async () => opened };
};

/** A walker made in this process, and the request by which his steps are paid. */
async function quickWalker(openid: string) {
  const { platform } = product;
  const { uid } = await signIn(platform, { openid, requestId: 'first' });
  const request = (key: string) => ({ key: `${key}:${uid}`, hash: 'h' });
  await giveConsent(platform, { uid, policyVersion: CURRENT_POLICY_VERSION, request: request('guideline') });
  const agreement = { version: STEPS_CONSENT_VERSION, isFourteen: true, request: request('steps') };
  await giveStepsConsent(platform, { uid, ...agreement });
  return { uid, cloudId: 'x', request: request('sync') };
}

test('database calls but for the one that begins the transaction', async () => {
  const { uid, cloudId, request } = await quickWalker('o-steps-cost');
  const costs: number[] = [];
  for (const [at, steps] of [1000, 5000, 5000].entries()) {
    const platform = mortalPlatform(counting(steps), { call: 1_000, when: 'before' });
    await syncSteps(platform, { uid, cloudId, request: { ...request, key: `${request.key}:${at}` } });
    costs.push(platform.calls());
  }
  // Paid twice, then nothing new; each reads the parameters, which a process otherwise keeps for a minute.
  expect(costs).toEqual([9, 9, 5]);
});
