import type { PartnerRide, RidesAnswer } from '../../../../cloudfunctions/contract/partner';
import { bindToken } from '../../../../cloudfunctions/domain/bindings';
import { recordRides } from '../../../../cloudfunctions/domain/rides';
import { collectionOf, type Platform } from '../../../../cloudfunctions/platform';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import {
  gramsOf,
  metroRide,
  PartnerClient,
  SHORT_RIDE_GRAMS,
  shortRide,
  untilSettled,
} from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ROUNDS = process.env.SOAK ? 90 : 8;
/** Small ones, so that few rides reach them; no cap is a multiple of a ride's grams. */
const caps = { dayCapGrams: 300, monthCapGrams: 1000, sourceDayCapGrams: {} };
const at = (beijing: string): number => Date.parse(`${beijing}+08:00`);

let product: Product;
let partner: PartnerClient;
let platform: Platform;
beforeAll(async () => {
  product = await startProduct({ startAtMs: at('2026-12-03T08:00:00') });
  partner = new PartnerClient(product);
  platform = product.platform;
  const parameters = collectionOf<{ _id: string; [field: string]: unknown }>('parameters');
  const [first] = await platform.database.find(parameters, { where: {}, limit: 1 });
  await platform.database.add(parameters, {
    ...first,
    _id: '2',
    version: 2,
    activeFromMs: 1,
    earning: caps,
  });
}, START_TIMEOUT_MS);
afterAll(async () => {
  if (product) expect(problemsOf(await readBooks(platform), caps)).toEqual([]);
  await product?.stop();
});

let people = 0;
/** A rider with so many cards. */
async function riderWithCards(count: number): Promise<{ openid: string; cards: string[] }> {
  people += 1;
  const openid = `o-rider-${people}`;
  await product.signedInRider(openid, { consent: true });
  const cards = Array.from({ length: count }, (_, n) => `card-${people}-${n}`);
  for (const riderToken of cards) {
    const { code } = await product.data(openid, 'bindings.createCode', {});
    await bindToken(platform, { partnerId: 'bawei', bindCode: code, riderToken });
  }
  return { openid, cards };
}

const send = (all: PartnerRide[]): Promise<RidesAnswer> =>
  untilSettled(
    rides =>
      recordRides(platform, {
        partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
        rides,
        deadlineMs: product.cloud.nowMs() + MINUTE_MS,
      }),
    all,
  );
const tripsOf = async (openid: string) => (await product.data(openid, 'rides.list', { limit: 50 })).trips;
const creditsOf = async (openid: string): Promise<number> =>
  (await product.data(openid, 'ledger.balance', {})).balance.carbon.available;

let tickets = 0;
const ticket = (): string => {
  tickets += 1;
  return `ticket ${tickets}`;
};

describe('two rides of one rider at the same time of travel', () => {
  test('sent at once through two cards and two batches: exactly one is paid, each time', async () => {
    const { openid, cards } = await riderWithCards(2);
    const begin = at('2026-11-20T00:00:00');
    for (let round = 0; round < ROUNDS; round += 1) {
      const fromMs = begin + round * 15 * MINUTE_MS;
      const rides = cards.map((card, n) => shortRide(ticket(), card, fromMs + n * MINUTE_MS));
      const answers = await Promise.all(rides.map(ride => send([ride])));
      expect(answers.map(({ accepted, rejected }) => accepted + rejected.length)).toEqual([1, 1]);
      expect(answers.flatMap(({ rejected }) => rejected.map(({ code }) => code))).toEqual(['OVERLAPS']);
    }
    expect(await creditsOf(openid)).toBe(Math.min(caps.dayCapGrams, ROUNDS * SHORT_RIDE_GRAMS));
  });

  test('sent at once over HTTP by two processes, or in one batch: exactly one is paid', async () => {
    const { openid, cards } = await riderWithCards(2);
    const pair = (fromMs: number) => cards.map(card => shortRide(ticket(), card, fromMs));
    const apart = await Promise.all(pair(at('2026-11-20T08:00:00')).map(ride => partner.rides([ride])));
    expect(apart.reduce((sum, answer) => sum + answer.accepted, 0)).toBe(1);
    expect(await partner.rides(pair(at('2026-11-20T09:00:00')))).toMatchObject({
      accepted: 1,
      deferred: [],
      rejected: [{ code: 'OVERLAPS' }],
    });
    expect(await creditsOf(openid)).toBe(2 * SHORT_RIDE_GRAMS);
  });

  test('of which one crosses midnight: it is found from either day', async () => {
    const { openid, cards } = await riderWithCards(1);
    const ride = (begin: string, minutes: number) =>
      metroRide({ ticketId: ticket(), riderToken: cards[0]!, fromMs: at(begin), minutes, to: '国贸' });
    expect(await send([ride('2026-11-21T23:50:00', 20)])).toMatchObject({ accepted: 1 });
    const rejected = { rejected: [{ code: 'OVERLAPS' }] };
    expect(await send([ride('2026-11-21T23:45:00', 6)])).toMatchObject(rejected);
    expect(await send([ride('2026-11-22T00:09:00', 10)])).toMatchObject(rejected);
    expect(await send([ride('2026-11-21T23:40:00', 10)])).toMatchObject({ accepted: 1 });
    expect(await send([ride('2026-11-22T00:10:00', 10)])).toMatchObject({ accepted: 1 });
    expect((await tripsOf(openid)).map(trip => trip.day)).toEqual(['2026-11-22', '2026-11-21', '2026-11-21']);
  });

  test('sent at once on both sides of midnight: whatever overlaps is paid once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { openid, cards } = await riderWithCards(3);
      const begins = ['2026-11-21T23:55:00', '2026-11-21T23:58:00', '2026-11-22T00:03:00'];
      const rides = begins.map((begin, n) =>
        metroRide({ ticketId: ticket(), riderToken: cards[n]!, fromMs: at(begin), minutes: 7, to: '国贸' }),
      );
      await Promise.all(rides.map(ride => send([ride])));
      const paid = (await tripsOf(openid)).length;
      // The first and the last one fit together; the one in the middle fits to neither.
      expect([1, 2]).toContain(paid);
      expect(await creditsOf(openid)).toBe(paid * SHORT_RIDE_GRAMS);
    }
  });
});

describe('caps', () => {
  /** One ride an hour from the beginning of the day on. */
  const dayOfRides = (card: string, day: string, count: number): PartnerRide[] =>
    Array.from({ length: count }, (_, n) => shortRide(ticket(), card, at(`${day}T00:00:00`) + n * HOUR_MS));

  test('of a day are reached exactly by rides that come at once, and never exceeded', async () => {
    const { openid, cards } = await riderWithCards(4);
    const rides = dayOfRides('', '2026-11-23', 10).map((ride, n) => ({ ...ride, riderToken: cards[n % 4]! }));
    const answers = await Promise.all(rides.map(ride => send([ride])));
    expect(answers.map(({ accepted }) => accepted)).toEqual(Array(10).fill(1));
    expect(await creditsOf(openid)).toBe(caps.dayCapGrams);
    const trips = await tripsOf(openid);
    const paid = trips.map(trip => trip.creditedGrams).sort((a, b) => b - a);
    const full = Math.floor(caps.dayCapGrams / SHORT_RIDE_GRAMS);
    const rest = caps.dayCapGrams % SHORT_RIDE_GRAMS;
    expect(paid).toEqual([...Array(full).fill(SHORT_RIDE_GRAMS), rest, ...Array(9 - full).fill(0)]);
    for (const trip of trips) {
      expect(trip.grams).toBe(SHORT_RIDE_GRAMS);
      expect(trip.cappedBy).toBe(trip.creditedGrams === SHORT_RIDE_GRAMS ? null : 'day');
      expect(trip.entryKey === null).toBe(trip.creditedGrams === 0);
    }
  });

  test('of a month are reached exactly by days that come at once, and never exceeded', async () => {
    const { openid, cards } = await riderWithCards(4);
    const days = ['05', '06', '07', '08', '09'].map((day, n) =>
      dayOfRides(cards[n % 4]!, `2026-11-${day}`, 9),
    );
    const answers = await Promise.all(days.map(send));
    expect(answers.map(({ accepted, deferred }) => [accepted, deferred])).toEqual(Array(5).fill([9, []]));
    expect(await creditsOf(openid)).toBe(caps.monthCapGrams);
    expect((await tripsOf(openid)).some(trip => trip.cappedBy === 'month')).toBe(true);
    // The next month begins anew.
    expect(await send(dayOfRides(cards[0]!, '2026-12-01', 2))).toMatchObject({ accepted: 2 });
    expect(await creditsOf(openid)).toBe(caps.monthCapGrams + 2 * SHORT_RIDE_GRAMS);
  });

  test('follow the time of entry across midnight and the end of a month; so does the vintage', async () => {
    const { openid, cards } = await riderWithCards(1);
    const [card] = cards as [string];
    await send(dayOfRides(card, '2026-11-30', 7));
    const crossing = shortRide(ticket(), card, at('2026-11-30T23:58:00'));
    const touching = shortRide(ticket(), card, at('2026-11-30T23:53:00'));
    const next = shortRide(ticket(), card, at('2026-12-01T00:03:00'));
    await send([crossing, touching, next]);
    const byBegin = new Map((await tripsOf(openid)).map(trip => [trip.fromMs, trip]));
    // 7 × 41 g leave 13 g of the old day: to the earlier of the two. The new day is empty.
    expect(byBegin.get(touching.entry.atMs)).toMatchObject({
      day: '2026-11-30',
      creditedGrams: 13,
      cappedBy: 'day',
    });
    expect(byBegin.get(crossing.entry.atMs)).toMatchObject({ day: '2026-11-30', creditedGrams: 0 });
    expect(byBegin.get(next.entry.atMs)).toMatchObject({ day: '2026-12-01', creditedGrams: 41 });
    const { entries } = await product.data(openid, 'ledger.statement', { limit: 1 });
    expect(entries[0]!.postings[0]!.lots).toMatchObject([{ origin: 'sz-2021:2026-12', amount: 41 }]);
    const { days } = await readBooks(platform);
    const listed = days.filter(day => day.trips.some(trip => trip.fromMs === crossing.entry.atMs));
    expect(listed.map(({ day }) => day)).toEqual(['2026-11-30', '2026-12-01']);
    const touched = days.filter(day => day.trips.some(trip => trip.fromMs === touching.entry.atMs));
    expect(touched.map(({ day }) => day)).toEqual(['2026-11-30']);
  });

  test('have room again after a reversal, of the part that was paid', async () => {
    const { openid, cards } = await riderWithCards(1);
    const [card] = cards as [string];
    const rides = dayOfRides(card, '2026-11-24', 9);
    await send(rides);
    expect(await creditsOf(openid)).toBe(caps.dayCapGrams);
    // The eighth ride was paid 13 g, the ninth nothing.
    for (const ride of rides.slice(7))
      await partner.post('reversals', { ticketId: ride.ticketId, reason: 'r' });
    expect(await creditsOf(openid)).toBe(7 * SHORT_RIDE_GRAMS);
    await send(dayOfRides(card, '2026-11-24', 12).slice(10));
    expect(await creditsOf(openid)).toBe(caps.dayCapGrams);
  });

  test('hold when rides and reversals come at once', async () => {
    const { openid, cards } = await riderWithCards(2);
    const rides = dayOfRides('', '2026-11-25', 6).map((ride, n) => ({ ...ride, riderToken: cards[n % 2]! }));
    await send(rides.slice(0, 3));
    const reversals = rides.slice(0, 3).map(
      ({ ticketId }) =>
        () =>
          partner.post('reversals', { ticketId, reason: 'r' }),
    );
    const more = rides.slice(3).map(ride => () => send([ride]));
    await Promise.all([...reversals, ...more].map(work => work()));
    expect(await creditsOf(openid)).toBe(3 * SHORT_RIDE_GRAMS);
  });
});

test('a distance below the shortest path is what counts', async () => {
  const { openid, cards } = await riderWithCards(1);
  const words = { riderToken: cards[0]!, minutes: 60 };
  const distances = [1_000, 3_999, 60_000].map((distanceMetres, n) =>
    metroRide({ ...words, ticketId: ticket(), fromMs: at(`2026-11-${26 + n}T08:00:00`), distanceMetres }),
  );
  await send(distances);
  const grams = (await tripsOf(openid)).map(trip => [trip.distanceMetres, trip.grams, trip.creditedGrams]);
  expect(grams).toEqual([
    [52_749, gramsOf(52_749), caps.dayCapGrams],
    [3_999, gramsOf(3_999), gramsOf(3_999)],
    [1_000, gramsOf(1_000), gramsOf(1_000)],
  ]);
});
