import type { PartnerRide } from '../../../../cloudfunctions/contract/partner';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let product: Product;
let partner: PartnerClient;
let nowMs: number;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
  nowMs = product.cloud.nowMs();
}, START_TIMEOUT_MS);
afterAll(async () => {
  if (product) expect(problemsOf(await readBooks(product.platform))).toEqual([]);
  await product?.stop();
});

let riders = 0;
/** A new rider with a card of the same name. */
async function newRider(): Promise<{ openid: string; card: string }> {
  riders += 1;
  const openid = `o-rider-${riders}`;
  await partner.riderWithCard(openid, openid);
  return { openid, card: openid };
}

const reverse = async (ticketId: string) =>
  (await partner.post('reversals', { ticketId, reason: '退票' })).body;

async function balanceOf(openid: string): Promise<{ available: number; debt: number }> {
  const { balance } = await product.data(openid, 'ledger.balance', {});
  return { available: balance.carbon.available, debt: balance.carbon.debt };
}

const once = { available: SHORT_RIDE_GRAMS, debt: 0 };
const nothing = { available: 0, debt: 0 };

describe('a ride is credited once', () => {
  test('however often it is sent, in a batch, in later ones, and in eight at once', async () => {
    const { openid, card } = await newRider();
    const ride = shortRide('often', card, nowMs - HOUR_MS);
    expect(await partner.rides([ride, ride])).toMatchObject({ accepted: 1, duplicate: 1 });
    expect(await partner.rides([ride])).toMatchObject({ accepted: 0, duplicate: 1 });
    const again = await Promise.all(Array.from({ length: 8 }, () => partner.rides([ride])));
    for (const answer of again) expect(answer).toMatchObject({ accepted: 0, duplicate: 1, deferred: [] });
    expect(await balanceOf(openid)).toEqual(once);
  });

  test('when its first delivery comes over eight connections at once', async () => {
    const { openid, card } = await newRider();
    const rides = [1, 2, 3].map(hours => shortRide(`eight ${hours}`, card, nowMs - hours * HOUR_MS));
    const answers = await Promise.all(Array.from({ length: 8 }, () => partner.rides(rides)));
    const total = (count: 'accepted' | 'duplicate') =>
      answers.reduce((sum, answer) => sum + answer[count], 0);
    expect([total('accepted'), total('duplicate')]).toEqual([3, 21]);
    expect(answers.flatMap(answer => [...answer.deferred, ...answer.rejected])).toEqual([]);
    expect((await balanceOf(openid)).available).toBe(3 * SHORT_RIDE_GRAMS);
  });

  test('when another delivery of it comes between the look at its ticket and the transaction', async () => {
    const { openid, card } = await newRider();
    const rides = [1, 2].map(hours => shortRide(`between ${hours}`, card, nowMs - hours * HOUR_MS));
    const { recordRides } = await import('../../../../cloudfunctions/domain/rides');
    const { database } = product.platform;
    const find: typeof database.find = async (collection, request) => {
      const found = await database.find(collection, request);
      if (collection.name === 'trips') await partner.rides(rides);
      return found;
    };
    const answer = await recordRides(
      { ...product.platform, database: { ...database, find } },
      {
        partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
        rides: [rides[0]!, { ...rides[1]!, distanceMetres: 800 }],
        deadlineMs: nowMs + HOUR_MS,
      },
    );
    // It does overlap, but with itself.
    expect(answer).toMatchObject({ accepted: 0, duplicate: 1, rejected: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
    expect((await balanceOf(openid)).available).toBe(2 * SHORT_RIDE_GRAMS);
  });

  test('when the same key members come in another order, or another batch', async () => {
    const { openid, card } = await newRider();
    const ride = shortRide('members', card, nowMs - HOUR_MS);
    const turned = Object.fromEntries(Object.entries(ride).reverse()) as PartnerRide;
    await partner.rides([ride]);
    expect(await partner.rides([turned])).toMatchObject({ duplicate: 1 });
    expect(await balanceOf(openid)).toEqual(once);
  });

  test('when two different rides fight for its ticket at once: one of them wins', async () => {
    const { openid, card } = await newRider();
    const other = await newRider();
    const rides = [card, other.card, card, other.card].map(riderToken =>
      shortRide('fought over', riderToken, nowMs - HOUR_MS),
    );
    const answers = await Promise.all(rides.map(ride => partner.rides([ride])));
    const codes = answers.flatMap(({ rejected }) => rejected.map(({ code }) => code));
    expect(codes).toEqual(['IDEMPOTENCY_CONFLICT', 'IDEMPOTENCY_CONFLICT']);
    const both = [await balanceOf(openid), await balanceOf(other.openid)];
    expect(both.map(({ available }) => available).sort()).toEqual([0, SHORT_RIDE_GRAMS]);
  });

  test('in any order of travel, late ones too, with the first credited one marked', async () => {
    const { openid, card } = await newRider();
    const ages = [2 * HOUR_MS, 30 * DAY_MS - HOUR_MS, 8 * DAY_MS, 5 * HOUR_MS];
    for (const [at, age] of ages.entries()) {
      await partner.rides([shortRide(`order ${at}`, card, nowMs - age)]);
    }
    const { trips } = await product.data(openid, 'rides.list', { limit: 50 });
    expect(trips.map(trip => nowMs - trip.fromMs)).toEqual([...ages].sort((a, b) => a - b));
    expect(trips.filter(trip => trip.isFirst).map(trip => nowMs - trip.fromMs)).toEqual([2 * HOUR_MS]);
    expect((await balanceOf(openid)).available).toBe(4 * SHORT_RIDE_GRAMS);
  });

  test('with the earliest one of a batch marked as the first', async () => {
    const { openid, card } = await newRider();
    await partner.rides([
      shortRide('later', card, nowMs - HOUR_MS),
      shortRide('first', card, nowMs - 3 * HOUR_MS),
    ]);
    const { trips } = await product.data(openid, 'rides.list', { limit: 50 });
    expect(trips.map(trip => trip.isFirst)).toEqual([false, true]);
  });

  test('by two batches of one card within one millisecond', async () => {
    const { card } = await newRider();
    const { recordRides } = await import('../../../../cloudfunctions/domain/rides');
    const stopped = { ...product.platform, nowMs: () => nowMs };
    const send = (ticketId: string, hours: number) =>
      recordRides(stopped, {
        partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
        rides: [shortRide(ticketId, card, nowMs - hours * HOUR_MS)],
        deadlineMs: nowMs + 1,
      });
    expect(await send('this millisecond', 1)).toMatchObject({ accepted: 1 });
    expect(await send('same millisecond', 2)).toMatchObject({ accepted: 1, deferred: [] });
    expect(await send('overlapping', 1)).toMatchObject({ rejected: [{ code: 'OVERLAPS' }], deferred: [] });
  });
});

describe('a ride is taken back once', () => {
  test('whenever it is reversed and sent again', async () => {
    const { openid, card } = await newRider();
    const ride = shortRide('back', card, nowMs - HOUR_MS);
    await partner.rides([ride]);
    expect(await reverse('back')).toEqual({ reversed: true, waiting: false, duplicate: false });
    expect(await reverse('back')).toEqual({ reversed: true, waiting: false, duplicate: true });
    expect(await partner.rides([ride])).toMatchObject({ accepted: 0, duplicate: 1 });
    expect(await balanceOf(openid)).toEqual(nothing);
    const { notices } = await product.data(openid, 'inbox.list', { limit: 50 });
    expect(notices.filter(({ template }) => template === 'trip-reversed')).toHaveLength(1);
  });

  test('when it is reversed eight times at once', async () => {
    const { openid, card } = await newRider();
    await partner.rides([shortRide('back at once', card, nowMs - HOUR_MS)]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => reverse('back at once')));
    expect(answers.filter(({ duplicate }) => duplicate === false)).toHaveLength(1);
    expect(answers.every(({ reversed }) => reversed === true)).toBe(true);
    expect(await balanceOf(openid)).toEqual(nothing);
  });

  test('before it came: the ride is then taken as reversed and never paid', async () => {
    const { openid, card } = await newRider();
    const ride = shortRide('early', card, nowMs - HOUR_MS);
    expect(await reverse('early')).toEqual({ reversed: false, waiting: true, duplicate: false });
    expect(await reverse('early')).toEqual({ reversed: false, waiting: true, duplicate: true });
    expect(await partner.rides([ride, ride])).toMatchObject({ accepted: 1, duplicate: 1 });
    expect(await partner.rides([ride])).toMatchObject({ duplicate: 1 });
    expect(await reverse('early')).toEqual({ reversed: true, waiting: false, duplicate: true });
    expect(await balanceOf(openid)).toEqual(nothing);
    const { trips } = await product.data(openid, 'rides.list', { limit: 50 });
    expect(trips).toMatchObject([{ state: 'reversed', creditedGrams: 0, entryKey: null }]);
  });

  test('before it came, for a card that nobody has bound', async () => {
    const ride = shortRide('early unbound', 'nobody early', nowMs - HOUR_MS);
    await reverse('early unbound');
    expect(await partner.rides([ride])).toMatchObject({ accepted: 1, pending: 0 });
    const { openid } = await newRider();
    await partner.bindCard(openid, 'nobody early');
    expect(await balanceOf(openid)).toEqual(nothing);
  });

  test('while it waits for its card to be bound', async () => {
    const ride = shortRide('back while waiting', 'nobody waits', nowMs - HOUR_MS);
    expect(await partner.rides([ride])).toMatchObject({ pending: 1 });
    expect(await reverse('back while waiting')).toMatchObject({ reversed: true, duplicate: false });
    const { openid } = await newRider();
    await partner.bindCard(openid, 'nobody waits');
    expect(await partner.rides([ride])).toMatchObject({ duplicate: 1 });
    expect(await balanceOf(openid)).toEqual(nothing);
  });

  test('at the very time it comes, in either order', async () => {
    const { openid, card } = await newRider();
    for (let round = 0; round < 4; round += 1) {
      const ticketId = `race ${round}`;
      const ride = shortRide(ticketId, card, nowMs - (round + 1) * HOUR_MS);
      const [answer] = await Promise.all([partner.rides([ride]), reverse(ticketId), reverse(ticketId)]);
      if (answer.deferred.length > 0) await partner.rides([ride]);
      expect(await reverse(ticketId)).toEqual({ reversed: true, waiting: false, duplicate: true });
    }
    expect(await balanceOf(openid)).toEqual(nothing);
  });

  test('though it paid nothing: a ride of too few grams', async () => {
    const { openid, card } = await newRider();
    await partner.rides([shortRide('paid', card, nowMs - 9 * HOUR_MS)]);
    const tiny = { ...shortRide('tiny', card, nowMs - HOUR_MS), distanceMetres: 21 };
    expect(await partner.rides([tiny])).toMatchObject({ accepted: 1 });
    expect(await reverse('tiny')).toEqual({ reversed: true, waiting: false, duplicate: false });
    expect(await balanceOf(openid)).toEqual(once);
  });

  test('and its time and its room under the caps are free again', async () => {
    const { openid, card } = await newRider();
    await partner.rides([shortRide('wrong card', card, nowMs - HOUR_MS)]);
    await reverse('wrong card');
    expect(await partner.rides([shortRide('right ticket', card, nowMs - HOUR_MS)])).toMatchObject({
      accepted: 1,
    });
    expect(await balanceOf(openid)).toEqual(once);
  });
});
