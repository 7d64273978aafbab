import { randomUUID } from 'node:crypto';
import { endBenefit, GIVEN, merchantIdOf } from '../../../../cloudfunctions/domain/benefits/end-benefit';
import { benefits } from '../../../../cloudfunctions/domain/benefits/store';
import {
  manualCredit,
  merchantAccount,
  postHold,
  readAccount,
  readEntry,
  userAccount,
} from '../../../../cloudfunctions/domain/ledger';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import { metroRide, PartnerClient, plantPartner } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { parameters } from '../../domain/ledger/notation';

const HOUR_MS = 3_600_000;
const offerId = 'example-ride-ticket';
const PRICE = 400;

let product: Product;
let partner: PartnerClient;
let other: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
  other = await plantPartner(product, 'other');
}, START_TIMEOUT_MS);
afterAll(async () => {
  if (product) expect(problemsOf(await readBooks(product.platform))).toEqual([]);
  await product?.stop();
});

let riders = 0;
/** A rider with a card of the partner and 2,463 grams. */
async function rich() {
  riders += 1;
  const openid = `o-rich-${riders}`;
  const riderToken = `card 000${riders}`;
  const uid = await partner.riderWithCard(openid, riderToken);
  const fromMs = product.cloud.nowMs() - 3 * HOUR_MS;
  await partner.rides([metroRide({ ticketId: randomUUID(), riderToken, fromMs })]);
  const { cards } = await product.data(openid, 'benefits.offers', {});
  return { openid, uid, riderToken, bindingId: cards[0]!.bindingId };
}

interface Waiting {
  benefitId: string;
  offerId: string;
  cardId: string;
  credits: number;
}
const waiting = async (sender = partner) =>
  (await sender.get<{ benefits: Waiting[]; nextAfter: string | null }>('benefits')).body.benefits;
const say = (benefitId: string, verb: 'confirm' | 'refuse', sender = partner) =>
  sender.post(
    `benefits/${benefitId}/${verb}`,
    verb === 'confirm' ? { reference: 'Q-77' } : { reason: '券已发完' },
  );
const balanceOf = async (openid: string) => (await product.data(openid, 'ledger.balance', {})).balance.carbon;
const order = async ({ openid, bindingId }: { openid: string; bindingId: string }) =>
  (await product.data(openid, 'benefits.order', { offerId, bindingId, price: PRICE })).benefit;
const newest = async (openid: string) =>
  (await product.data(openid, 'benefits.list', { limit: 1 })).benefits[0];
/** Without the timers of a whole day. */
async function jump(ms: number): Promise<void> {
  const body = JSON.stringify({ nowMs: Math.ceil(product.cloud.nowMs() + ms) });
  const headers = { 'content-type': 'application/json' };
  expect((await product.http('/clock', { method: 'POST', headers, body })).status).toBe(200);
}
const told = async (openid: string) =>
  (await product.data(openid, 'inbox.list', { limit: 1 })).notices[0]?.template;

test('an order is held, fed to its partner without the rider, and taken once it is confirmed, once', async () => {
  const rider = await rich();
  const before = (await balanceOf(rider.openid)).available;
  const { benefitId } = await order(rider);
  expect(await balanceOf(rider.openid)).toMatchObject({ available: before - PRICE, held: PRICE });
  const fed = await waiting();
  const { cardId } = (await partner.post<{ cardId: string }>('cards', { riderToken: rider.riderToken })).body;
  expect(fed).toMatchObject([{ benefitId, offerId, cardId, credits: PRICE }]);
  expect(JSON.stringify(fed)).not.toContain(rider.uid);
  expect(await waiting(other)).toEqual([]);
  const first = await say(benefitId, 'confirm');
  expect(first).toMatchObject({ status: 200, body: { state: 'given' } });
  expect(await say(benefitId, 'confirm')).toEqual(first);
  expect(await say(benefitId, 'refuse')).toMatchObject({ status: 409, body: { code: 'HOLD_CLOSED' } });
  expect(await waiting()).toEqual([]);
  expect(await balanceOf(rider.openid)).toMatchObject({ available: before - PRICE, held: 0 });
  expect(await newest(rider.openid)).toMatchObject({ state: 'given', partnerNote: 'Q-77' });
  expect(await told(rider.openid)).toBe('benefit-given');
});

test('what the partner refuses comes back at once, with his words', async () => {
  const rider = await rich();
  const { available } = await balanceOf(rider.openid);
  const { benefitId } = await order(rider);
  expect(await say(benefitId, 'refuse')).toMatchObject({ body: { state: 'refused' } });
  expect(await balanceOf(rider.openid)).toMatchObject({ available, held: 0 });
  expect(await newest(rider.openid)).toMatchObject({ state: 'refused', partnerNote: '券已发完' });
  expect(await told(rider.openid)).toBe('benefit-refused');
  expect(await say(benefitId, 'confirm')).toMatchObject({ status: 409 });
});

test('what is not confirmed within a day comes back by itself, and is not given any more', async () => {
  const rider = await rich();
  const { available } = await balanceOf(rider.openid);
  const { benefitId } = await order(rider);
  await jump(24 * HOUR_MS + 1_000);
  expect(await waiting()).toEqual([]);
  expect(await say(benefitId, 'confirm')).toMatchObject({ status: 410, body: { code: 'HOLD_EXPIRED' } });
  await product.advanceClock(10 * 60_000);
  expect(await balanceOf(rider.openid)).toMatchObject({ available, held: 0 });
  expect(await newest(rider.openid)).toMatchObject({ state: 'returned' });
  expect(await told(rider.openid)).toBe('benefit-returned');
});

test('goes to nobody else once the card is unbound, and comes back unless it was given before', async () => {
  const rider = await rich();
  const { available } = await balanceOf(rider.openid);
  const [lost, given] = [await order(rider), await order(rider)];
  expect((await waiting()).map(({ benefitId }) => benefitId)).toEqual([lost.benefitId, given.benefitId]);
  const { bindingId } = rider;
  await product.data(rider.openid, 'bindings.remove', { bindingId });
  expect(await waiting()).toEqual([]);
  await partner.riderWithCard('o-next-of-card', rider.riderToken);
  expect(await waiting()).toEqual([]);
  expect(await say(given.benefitId, 'confirm')).toMatchObject({ body: { state: 'given' } });
  await jump(24 * HOUR_MS + 1_000);
  await product.advanceClock(10 * 60_000);
  expect(await balanceOf(rider.openid)).toMatchObject({ available: available - PRICE, held: 0 });
});

test('confirmed and refused at the same time it ends in one way, and the books are whole', async () => {
  const rider = await rich();
  const { benefitId } = await order(rider);
  const answers = await Promise.all([
    say(benefitId, 'confirm'),
    say(benefitId, 'refuse'),
    say(benefitId, 'confirm'),
  ]);
  const { state } = (await newest(rider.openid))!;
  expect(['given', 'refused']).toContain(state);
  for (const { status, body } of answers) expect(status === 200 ? body.state : state).toBe(state);
  expect((await balanceOf(rider.openid)).held).toBe(0);
});

test('is nobody else’s to confirm, for nobody else’s card, and for nobody without credits', async () => {
  const rider = await rich();
  const { benefitId } = await order(rider);
  expect(await say(benefitId, 'confirm', other)).toMatchObject({ status: 404 });
  expect(await say('nothing', 'confirm')).toMatchObject({ status: 404 });
  const thief = await product.signedInRider('o-thief', { consent: true });
  expect(thief).not.toBe(rider.uid);
  const stolen = await product.call('o-thief', 'benefits.order', {
    offerId,
    bindingId: rider.bindingId,
    price: PRICE,
  });
  expect(stolen).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', details: { field: 'bindingId' } } });
  const none = await product.call(rider.openid, 'benefits.order', {
    offerId: 'none',
    bindingId: rider.bindingId,
    price: PRICE,
  });
  expect(none).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', details: { field: 'offerId' } } });
  await partner.bindCard('o-thief', 'card of thief');
  const { cards } = await product.data('o-thief', 'benefits.offers', {});
  const poor = await product.call('o-thief', 'benefits.order', {
    offerId,
    bindingId: cards[0]!.bindingId,
    price: PRICE,
  });
  expect(poor).toMatchObject({ ok: false, error: { code: 'INSUFFICIENT_CREDITS' } });
});

test('the same request again is the same order, at a known number of database calls', async () => {
  const rider = await rich();
  const input = { offerId, bindingId: rider.bindingId, price: PRICE };
  await product.data(rider.openid, 'benefits.order', input);
  const requestId = randomUUID();
  const calls = await product.databaseCalls(() =>
    product.data(rider.openid, 'benefits.order', input, { requestId }),
  );
  // Session and rate on top of those of the order.
  expect(calls).toBeLessThanOrEqual(14);
  const [first, again] = [
    await newest(rider.openid),
    (await product.data(rider.openid, 'benefits.order', input, { requestId })).benefit,
  ];
  expect(again.benefitId).toBe(first?.benefitId);
  expect((await product.calls()).filter(call => call.scansWithoutIndex > 0)).toEqual([]);
});

const kept = async (benefitId: string) => (await product.platform.database.get(benefits, benefitId))!;

test('one that was given is never told with the words of a refusal that came second', async () => {
  const rider = await rich();
  const { benefitId } = await order(rider);
  const { uid, holdKey, partnerId } = await kept(benefitId);
  // A confirmation that died between the ledger and the document.
  const hold = { key: holdKey, bonusTo: merchantAccount(merchantIdOf(partnerId)) };
  const facts = { parametersVersion: 1, nowMs: product.cloud.nowMs(), reason: GIVEN, answer: () => null };
  await postHold(product.platform, userAccount(uid), hold, facts);
  expect(await say(benefitId, 'refuse')).toMatchObject({ status: 409, body: { code: 'HOLD_CLOSED' } });
  expect(await newest(rider.openid)).toMatchObject({ state: 'given', partnerNote: null });
  const { notices } = await product.data(rider.openid, 'inbox.list', { limit: 1 });
  expect(notices[0]?.template).toBe('benefit-given');
  expect(notices[0]?.parameters).not.toHaveProperty('note');
});

test('what the ledger has given is answered as given, also when its document was forgotten meanwhile', async () => {
  const { platform } = product;
  const benefit = await kept((await order(await rich())).benefitId);
  await platform.database.removeWhere(benefits, { _id: { oneOf: [benefit._id] } });
  expect(await endBenefit(platform, benefit, { ending: 'give', note: 'Q-78' })).toBe('given');
});

test('the ledger, which forgets nothing, learns nothing of the card', async () => {
  const rider = await rich();
  const requestId = randomUUID();
  const input = { offerId, bindingId: rider.bindingId, price: PRICE };
  const { benefit } = await product.data(rider.openid, 'benefits.order', input, { requestId });
  expect(benefit.label).toBe(rider.riderToken.slice(-4));
  const entry = await readEntry(product.platform, (await kept(benefit.benefitId)).holdKey);
  expect(entry?.answer).toMatchObject({ benefitId: benefit.benefitId });
  expect(entry?.answer).not.toHaveProperty('label');
  expect((await product.data(rider.openid, 'benefits.order', input, { requestId })).benefit).toEqual(benefit);
});

test('a path without a benefit is none of his', async () => {
  expect(await say('', 'confirm')).toMatchObject({ status: 404 });
  expect(await say('a%20b', 'confirm')).toMatchObject({ status: 404 });
});

test('bonus goes to the partner’s account, also when his first ones are confirmed at once', async () => {
  const given = await Promise.all(
    [await rich(), await rich(), await rich()].map(async rider => {
      const said = { reason: 'test', reference: { type: 'order' as const, id: rider.uid }, commitment: null };
      const key = `gift ${rider.uid}`;
      const facts = { key, requestHash: key, ...said, parametersVersion: 1, nowMs: product.cloud.nowMs() };
      const account = userAccount(rider.uid);
      await manualCredit(product.platform, account, 300, { ...facts, answer: () => null }, parameters);
      return order(rider);
    }),
  );
  const bonus = given.reduce((sum, { amounts }) => sum + amounts.bonus, 0);
  expect(bonus).toBeGreaterThan(0);
  const answers = await Promise.all(given.map(({ benefitId }) => say(benefitId, 'confirm')));
  expect(answers.map(({ body }) => body)).toEqual(given.map(() => ({ state: 'given' })));
  const merchant = await readAccount(product.platform, merchantAccount(merchantIdOf('bawei')));
  expect(merchant?.lots.reduce((sum, { amount }) => sum + amount, 0)).toBe(bonus);
});

test('a price that is not the one that the rider agreed to is not taken', async () => {
  const rider = await rich();
  const before = await balanceOf(rider.openid);
  const input = { offerId, bindingId: rider.bindingId, price: PRICE - 1 };
  const refused = await product.call(rider.openid, 'benefits.order', input);
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'CHANGED_SINCE_READ', details: { field: 'price' } },
  });
  expect(await balanceOf(rider.openid)).toEqual(before);
});
