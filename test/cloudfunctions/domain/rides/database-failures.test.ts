import type { PartnerRide, RidesAnswer } from '../../../../cloudfunctions/contract/partner';
import { newRiderToken, riderTokens, tokenIdOf } from '../../../../cloudfunctions/domain/bindings';
import { type Account, readBalance, userAccount } from '../../../../cloudfunctions/domain/ledger';
import { creditWaitingRides, recordRides, reverseRide } from '../../../../cloudfunctions/domain/rides';
import { collectionOf } from '../../../../cloudfunctions/platform';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import { DatabaseProxy, type Loss } from '../../../support/database-proxy';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const HOUR_MS = 3_600_000;
const accounts = collectionOf<Account>('ledger_accounts');

let product: Product;
let partner: PartnerClient;
let proxy: DatabaseProxy;
let nowMs: number;
beforeAll(async () => {
  // The SDK warns of every lost call three seconds later that it takes long.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  product = await startProduct();
  partner = new PartnerClient(product);
  proxy = await DatabaseProxy.open(product.cloud);
  nowMs = product.cloud.nowMs();
}, START_TIMEOUT_MS);
afterEach(() => proxy.reset());
afterAll(async () => {
  if (product) expect(problemsOf(await readBooks(product.platform))).toEqual([]);
  await proxy?.stop();
  await product?.stop();
});

let people = 0;
/** A rider with a card, bound by writing what a binding writes: that itself is tested elsewhere. */
async function newRider({ isBound = true } = {}): Promise<{ uid: string; card: string }> {
  people += 1;
  const [uid, card] = [product.platform.randomId(), `card-${people}`];
  if (isBound) {
    const token = newRiderToken(product.platform, { partnerId: 'bawei', riderToken: card });
    await product.platform.database.add(riderTokens, { ...token, uid, boundAtMs: nowMs });
  }
  return { uid, card };
}

async function bindLater(uid: string, riderToken: string): Promise<string> {
  const _id = tokenIdOf(product.platform, { partnerId: 'bawei', riderToken });
  const change = { uid, boundAtMs: nowMs, creditDueAtMs: nowMs };
  expect(await product.platform.database.updateWhere(riderTokens, { _id }, change)).toBe(1);
  return _id;
}

const deadline = (): number => product.cloud.nowMs() + 60_000;
const send = (
  rides: PartnerRide[],
  deadlineMs = deadline(),
  through = product.platform,
): Promise<RidesAnswer> =>
  recordRides(through, {
    partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
    rides,
    deadlineMs,
  });
const ridesOf = (card: string, count: number): PartnerRide[] =>
  Array.from({ length: count }, (_, n) => shortRide(`${card} ${n}`, card, nowMs - (n + 1) * HOUR_MS));
const creditsOf = async (uid: string): Promise<number> =>
  (await readBalance(product.platform, userAccount(uid))).carbon.available;

/** Every call of the work is lost once, on its way there and on its way back. */
async function eachLoss(count: number, work: (loss: Loss) => Promise<void>): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    for (const lost of ['request', 'answer'] as const) await work({ at, lost });
  }
}

test('a batch that loses any one call takes each ride once, in the end', async () => {
  const shape = await newRider();
  proxy.reset();
  await send(ridesOf(shape.card, 2));
  const count = proxy.calls.length;
  expect(count).toBeGreaterThanOrEqual(12);
  await eachLoss(count, async loss => {
    const { uid, card } = await newRider();
    proxy.reset(loss);
    // The two looks, at tickets and cards, decide about everything: without one the partner is told that nothing is known.
    const first = await send(ridesOf(card, 2)).catch(() => null);
    const { accepted = 0, deferred = [] } = first ?? {};
    expect([accepted + deferred.length, first === null]).toEqual(loss.at < 2 ? [0, true] : [2, false]);
    proxy.reset();
    const second = await send(ridesOf(card, 2));
    expect(second.accepted + second.duplicate).toBe(2);
    expect(await creditsOf(uid)).toBe(2 * SHORT_RIDE_GRAMS);
  });
});

test('a batch goes on with other cards when the transaction of one fails', async () => {
  const [one, other] = [await newRider(), await newRider()];
  const rides = [...ridesOf(one.card, 1), ...ridesOf(other.card, 1)];
  for (const at of [4, 6, 8, 12]) {
    proxy.reset({ at, lost: 'request' });
    const answer = await send(rides);
    expect(answer.accepted + answer.duplicate + answer.deferred.length).toBe(2);
    expect(answer.deferred.length).toBeLessThanOrEqual(1);
  }
  proxy.reset();
  await send(rides);
  expect([await creditsOf(one.uid), await creditsOf(other.uid)]).toEqual([41, 41]);
});

test('a batch defers everything while the database is away', async () => {
  const { uid, card } = await newRider();
  const rides = ridesOf(card, 1);
  proxy.reset(...Array.from({ length: 50 }, (_, n) => ({ at: n + 2, lost: 'request' as const })));
  expect(await send(rides)).toMatchObject({ accepted: 0, deferred: [rides[0]!.ticketId] });
  proxy.reset();
  expect(await send(rides)).toMatchObject({ accepted: 1, deferred: [] });
  expect(await creditsOf(uid)).toBe(SHORT_RIDE_GRAMS);
});

test('a batch defers what it has to look at again when the database goes in between', async () => {
  const rides = ridesOf('nobody looked', 1);
  const { database } = product.platform;
  let looks = 0;
  // Somebody else delivers the ride right after the first look, so that its ticket is a duplicate.
  const find: typeof database.find = async (collection, request) => {
    if (collection.name !== 'trips') return database.find(collection, request);
    looks += 1;
    if (looks > 1) throw new Error('away');
    const found = await database.find(collection, request);
    await send(rides);
    return found;
  };
  const platform = { ...product.platform, database: { ...database, find } };
  expect(await send(rides, deadline(), platform)).toMatchObject({
    pending: 0,
    deferred: [rides[0]!.ticketId],
  });
  expect(looks).toBe(2);
});

test('what has not begun at the deadline is deferred, and taken when it is sent again', async () => {
  const { card } = await newRider();
  const rides = [...ridesOf(card, 2), ...ridesOf('nobody', 2)];
  expect(await send(rides, product.cloud.nowMs())).toMatchObject({
    accepted: 0,
    pending: 0,
    deferred: rides.map(({ ticketId }) => ticketId),
  });
  expect(await send(rides)).toMatchObject({ accepted: 2, pending: 2, deferred: [] });
});

test('a reversal that loses any one call takes the ride back once, in the end', async () => {
  const { uid, card } = await newRider();
  const rides = ridesOf(card, 40);
  await send(rides);
  const reverse = (ticketId: string) =>
    reverseRide(product.platform, { partnerId: 'bawei', ticketId, reason: 'r' });
  proxy.reset();
  await reverse(rides[0]!.ticketId);
  const count = proxy.calls.length;
  expect(2 * count + 1).toBeLessThanOrEqual(rides.length);
  let reversed = 1;
  await eachLoss(count, async loss => {
    const { ticketId } = rides[reversed]!;
    proxy.reset(loss);
    await reverse(ticketId).catch(() => null);
    proxy.reset();
    expect(await reverse(ticketId)).toMatchObject({ reversed: true });
    reversed += 1;
    expect(await creditsOf(uid)).toBe((40 - reversed) * SHORT_RIDE_GRAMS);
  });
});

test('crediting waiting rides goes on after any lost call and credits each once', async () => {
  const waiting = async () => {
    const { uid, card } = await newRider({ isBound: false });
    await send(ridesOf(card, 2));
    return { uid, tokenId: await bindLater(uid, card) };
  };
  const credit = (tokenId: string) => creditWaitingRides(product.platform, tokenId, deadline());
  const shape = await waiting();
  proxy.reset();
  await credit(shape.tokenId);
  await eachLoss(proxy.calls.length, async loss => {
    const { uid, tokenId } = await waiting();
    proxy.reset(loss);
    await credit(tokenId).catch(() => null);
    proxy.reset();
    expect(await credit(tokenId)).toBe(true);
    expect(await creditsOf(uid)).toBe(2 * SHORT_RIDE_GRAMS);
  });
});

test('over HTTP a batch is answered while one of its riders is held by somebody else', async () => {
  const [held, free] = [await newRider(), await newRider()];
  const [earlier, ...rides] = [...ridesOf(held.card, 2), ...ridesOf(free.card, 1)];
  await partner.rides([earlier!]);
  const account = userAccount(held.uid);
  await product.platform.database.transact(async transaction => {
    await transaction.update(accounts, account, { updatedAtMs: nowMs + 1 });
    expect(await partner.rides(rides)).toMatchObject({ accepted: 1, deferred: [rides[0]!.ticketId] });
    await transaction.update(accounts, account, { updatedAtMs: nowMs + 2 });
  });
  expect(await partner.rides(rides)).toMatchObject({ accepted: 1, duplicate: 1 });
});
