import { endDonation } from '../../../../cloudfunctions/domain/donations/end-donation';
import { donations } from '../../../../cloudfunctions/domain/donations/store';
import { announceExpiry, expireMonths, lapseHolds } from '../../../../cloudfunctions/domain/expiry';
import { notices } from '../../../../cloudfunctions/domain/inbox/store';
import {
  type Entry,
  manualCredit,
  readBalance,
  setPayingOut,
  userAccount,
} from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import { connectEndpoint } from '../../../../local/ledger/endpoint-source';
import { readLedger } from '../../../../local/ledger/read-ledger';
import { verifyLedger } from '../../../../local/ledger/verify-ledger';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { parameters } from '../../domain/ledger/notation';

/** Donations and the jobs of time through the functions, on the real SDK and endpoint. */
const MINUTE_MS = 60_000;
const fundId = 'example-planting';
let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());
afterEach(async () => {
  const lines: string[] = [];
  for await (const line of readLedger(connectEndpoint(product.cloud.url))) lines.push(JSON.stringify(line));
  expect(await verifyLedger(lines)).toMatchObject({ faults: [], ok: true });
});

let gifts = 0;
async function giftTo(uid: string, amount: number, nowMs = product.platform.nowMs()): Promise<Entry> {
  gifts += 1;
  const key = `gift-${gifts}`;
  const said = { reason: 'test', reference: { type: 'order' as const, id: key }, commitment: null };
  const facts = { key, requestHash: key, ...said, parametersVersion: 1, nowMs, answer: () => null };
  return manualCredit(product.platform, userAccount(uid), amount, facts, parameters);
}

async function riderWith(openid: string, amount: number): Promise<string> {
  const uid = await product.signedInRider(openid, { consent: true });
  await giftTo(uid, amount);
  return uid;
}

const donate = (openid: string, amount: number, requestId?: string) =>
  product.call(openid, 'ledger.donate', { fundId, amount }, requestId === undefined ? {} : { requestId });
const statesOf = async (openid: string) =>
  (await product.data(openid, 'ledger.donations', { limit: 20 })).donations.map(({ state }) => state);
const bonusOf = async (uid: string) => (await readBalance(product.platform, userAccount(uid))).bonus;

test('somebody who has not agreed to the guideline sees the funds, and gives nothing', async () => {
  await product.signedInRider('o-reader');
  const { funds } = await product.data('o-reader', 'ledger.funds', {});
  expect(funds.map(fund => [fund.fundId, fund.organisation])).toEqual([
    [fundId, null],
    ['example-accessible-rides', null],
    ['example-school-bus', null],
  ]);
  expect(await donate('o-reader', 1)).toMatchObject({ ok: false, error: { code: 'CONSENT_REQUIRED' } });
});

test('the funds tell within two minutes that nothing can be given while paying out is stopped', async () => {
  const goesOn = async () => (await product.data('o-reader', 'ledger.funds', {})).givingGoesOn;
  expect(await goesOn()).toBe(true);
  for (const payingOut of [false, true]) {
    await setPayingOut(product.platform, payingOut, payingOut ? null : 'a broken chain');
    await product.advanceClock(2 * MINUTE_MS);
    expect(await goesOn()).toBe(payingOut);
  }
});

test.each<[string, object, string]>([
  ['nothing', { amount: 0 }, 'amount'],
  ['less than nothing', { amount: -5 }, 'amount'],
  ['half a credit', { amount: 0.5 }, 'amount'],
  ['more than anybody has', { amount: 10_000_001 }, 'amount'],
  ['another kind', { kind: 'gold' }, 'kind'],
  ['somebody else’s credits', { uid: 'x' }, ''],
  ['a fund that is none', { fundId: 'none' }, 'fundId'],
])('giving %s is refused', async (_, change, field) => {
  await product.signedInRider('o-wrong', { consent: true });
  const input = { fundId, amount: 1, ...change };
  const answer = await product.call('o-wrong', 'ledger.donate', input as never);
  const code = field === 'fundId' ? 'NOT_FOUND' : 'INVALID_INPUT';
  expect(answer).toMatchObject({ ok: false, error: { code } });
  if (!answer.ok && field !== '') expect(answer.error.details).toMatchObject({ field });
});

test('a donation is given by the timer after half an hour, and the rider is told', async () => {
  const uid = await riderWith('o-giver', 100);
  await donate('o-giver', 60);
  expect(await bonusOf(uid)).toMatchObject({ available: 40, held: 60 });
  await product.advanceClock(25 * MINUTE_MS);
  expect(await statesOf('o-giver')).toEqual(['held']);
  await product.advanceClock(15 * MINUTE_MS);
  expect(await statesOf('o-giver')).toEqual(['given']);
  expect(await bonusOf(uid)).toMatchObject({ available: 40, held: 0 });
  const { notices: told } = await product.data('o-giver', 'inbox.list', { limit: 5 });
  expect(told.map(({ template, parameters: { bonus } }) => [template, bonus])).toEqual([
    ['donation-given', 60],
  ]);
});

test('one that is taken back gives the same credits back, and is somebody else’s affair to nobody', async () => {
  const uid = await riderWith('o-doubter', 100);
  const made = await product.data('o-doubter', 'ledger.donate', { fundId, amount: 60 });
  const { donationId } = made.donation;
  await product.signedInRider('o-stranger', { consent: true });
  const stolen = await product.call('o-stranger', 'ledger.voidDonation', { donationId });
  expect(stolen).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  const first = await product.data(
    'o-doubter',
    'ledger.voidDonation',
    { donationId },
    { requestId: 'r'.repeat(20) },
  );
  const again = await product.data(
    'o-doubter',
    'ledger.voidDonation',
    { donationId },
    { requestId: 'r'.repeat(20) },
  );
  expect(again).toEqual(first);
  expect(first.donation.state).toBe('taken-back');
  expect(await bonusOf(uid)).toMatchObject({ available: 100, held: 0 });
});

test('the same request many times at once is one donation, and another under its key a conflict', async () => {
  const uid = await riderWith('o-nervous', 100);
  const requestId = 'q'.repeat(20);
  const said = await Promise.all(Array.from({ length: 6 }, () => donate('o-nervous', 30, requestId)));
  expect(new Set(said.map(answer => JSON.stringify(answer))).size).toBe(1);
  expect(await bonusOf(uid)).toMatchObject({ available: 70, held: 30 });
  expect(await donate('o-nervous', 31, requestId)).toMatchObject({
    ok: false,
    error: { code: 'IDEMPOTENCY_CONFLICT' },
  });
});

test('donations at once never spend a credit twice', async () => {
  const uid = await riderWith('o-hasty', 100);
  const said = await Promise.all(Array.from({ length: 6 }, () => donate('o-hasty', 30)));
  expect(said.filter(({ ok }) => ok)).toHaveLength(3);
  expect(await bonusOf(uid)).toMatchObject({ available: 10, held: 90 });
});

test('taken back while two jobs give it, it has one end, and the document says which', async () => {
  const { platform } = product;
  for (let round = 0; round < 4; round += 1) {
    const openid = `o-race-${round}`;
    const uid = await riderWith(openid, 50);
    const { donation } = await product.data(openid, 'ledger.donate', { fundId, amount: 50 });
    const document = (await platform.database.get(donations, donation.donationId))!;
    const [back] = await Promise.all([
      product.call(openid, 'ledger.voidDonation', { donationId: donation.donationId }),
      endDonation(platform, document, 1),
      endDonation(platform, document, 1),
    ]);
    const { available } = await bonusOf(uid);
    expect([await statesOf(openid), available]).toEqual(back.ok ? [['taken-back'], 50] : [['given'], 0]);
    if (!back.ok) expect(back.error.code).toBe('HOLD_CLOSED');
  }
});

test('jobs of time that run twice at once book and tell once', async () => {
  const uids = await Promise.all(['o-old-1', 'o-old-2', 'o-old-3'].map(openid => riderWith(openid, 10)));
  const at = (text: string): Platform => ({ ...product.platform, nowMs: () => Date.parse(text) });
  const step = { windowStartMs: 0, cursor: null, deadlineMs: Number.MAX_SAFE_INTEGER };
  const twice = (job: typeof expireMonths, platform: Platform) =>
    Promise.all([job.step(platform, step), job.step(platform, step)]);
  await twice(announceExpiry, at('2028-11-01T08:00:00+08:00'));
  await twice(expireMonths, at('2028-12-01T00:00:00+08:00'));
  await twice(lapseHolds, at('2028-12-02T00:00:00+08:00'));
  for (const uid of uids) {
    const told = await product.platform.database.find(notices, { where: { uid }, limit: 10 });
    expect(told.map(({ template }) => template)).toEqual(['credits-expiring']);
    expect(await bonusOf(uid)).toMatchObject({ available: 0, availableByExpiry: {} });
  }
});

test('database calls, with the two of the rate windows, and no walk through a collection', async () => {
  const openid = 'o-cost';
  await riderWith(openid, 100);
  const held = async () => (await product.data(openid, 'ledger.donate', { fundId, amount: 1 })).donation;
  // Each process reads funds and parameters once a minute; the least of three is without that.
  const least = async (work: () => Promise<unknown>) => {
    const costs: number[] = [];
    for (let time = 0; time < 3; time += 1) costs.push(await product.databaseCalls(work));
    return Math.min(...costs);
  };
  const ids = [await held(), await held(), await held()].map(({ donationId }) => donationId);
  const takeBack = () => product.call(openid, 'ledger.voidDonation', { donationId: ids.shift()! });
  expect({
    donate: await least(() => donate(openid, 1)),
    void: await least(takeBack),
    donations: await least(() => product.call(openid, 'ledger.donations', { limit: 20 })),
    funds: await least(() => product.call(openid, 'ledger.funds', {})),
  }).toEqual({ donate: 10, void: 11, donations: 4, funds: 2 });
  await product.advanceClock(40 * MINUTE_MS);
  const calls = await product.calls(1_000);
  expect(calls.filter(({ scansWithoutIndex }) => scansWithoutIndex > 0)).toEqual([]);
});
