import { randomUUID } from 'node:crypto';
import type { PartnerRide } from '../../../../cloudfunctions/contract/partner';
import { factorSets } from '../../../../cloudfunctions/domain/factors/store';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import { beijingFactors } from '../../../support/beijing-factors';
import { type PartnerClient, plantPartner } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const MINUTE_MS = 60_000;
const from = { longitude: 114.0543, latitude: 22.5431 };
/** 6.9 km away, by the haversine formula. */
const to = { longitude: 114.1139, latitude: 22.5713 };

let product: Product;
let bus: PartnerClient;
let bikes: PartnerClient;
let cars: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  await product.platform.database.add(factorSets, beijingFactors);
  bus = await plantPartner(product, 'sz-bus', { modes: ['bus'] });
  bikes = await plantPartner(product, 'sz-bikes', { modes: ['shared-bike', 'shared-e-bike'] });
  cars = await plantPartner(product, 'bj-cars', { modes: ['carpool'], city: 'beijing' });
  await bus.riderWithCard('o-ann', 'bus card');
  await bikes.bindCard('o-ann', 'bike account');
  await cars.bindCard('o-ann', 'car account');
}, START_TIMEOUT_MS);
afterAll(async () => {
  if (product) expect(problemsOf(await readBooks(product.platform))).toEqual([]);
  await product?.stop();
});

let rides = 0;
/** A ride of 40 minutes; each one an hour before the one that was made before it. */
function ride(riderToken: string, mode: string, more: Partial<PartnerRide> = {}): PartnerRide {
  rides += 1;
  const atMs = product.cloud.nowMs() - rides * 60 * MINUTE_MS;
  return {
    ticketId: randomUUID(),
    riderToken,
    mode,
    entry: { ...from, atMs },
    exit: { ...to, atMs: atMs + 40 * MINUTE_MS },
    ...more,
  };
}

const newest = async () => (await product.data('o-ann', 'rides.list', { limit: 20 })).trips;
async function explainedMode(mode: string) {
  const found = (await newest()).find(trip => trip.mode === mode);
  return product.data('o-ann', 'rides.explain', { tripId: found!.tripId });
}

test('three partners of two cities pay one rider, each by the factors of his city and mode', async () => {
  const via = [{ longitude: 114.08, latitude: 22.55 }];
  expect(await bus.rides([ride('bus card', 'bus', { via })])).toMatchObject({ accepted: 1 });
  const bike = await bikes.rides([
    ride('bike account', 'shared-bike', { distanceMetres: 7_400 }),
    ride('bike account', 'shared-e-bike', { distanceMetres: 7_400 }),
  ]);
  expect(bike).toMatchObject({ accepted: 2, rejected: [] });
  const shared = { distanceMetres: 8_000, occupants: 2, detourMetres: 800, carTripId: 'car 1' };
  expect(await cars.rides([ride('car account', 'carpool', shared)])).toMatchObject({ accepted: 1 });

  expect(await explainedMode('bus')).toMatchObject({
    factor: { setId: 'sz-2021' },
    partnerDistanceMetres: null,
    viaMetres: 6_958,
    straightMetres: 6_876,
    sharing: null,
    trip: { distanceMetres: 6_958, grams: 187, creditedGrams: 187 },
  });
  expect(await explainedMode('shared-bike')).toMatchObject({ trip: { creditedGrams: 250 } });
  expect(await explainedMode('shared-e-bike')).toMatchObject({ trip: { creditedGrams: 259 } });
  expect(await explainedMode('carpool')).toMatchObject({
    factor: { setId: 'bj-test' },
    sharing: { occupants: 2, detourMetres: 800 },
    evidence: { city: 'beijing', reductionMilligramsPerKm: 122_400 },
    // (272 − 272 × 8.8 ÷ 8 ÷ 2) × 8
    trip: { creditedGrams: 979 },
    uncertaintyNote: '测试。',
  });
});

test('tickets of one car say the same number of people, and are no more than that', async () => {
  const cards = ['driver', 'guest', 'third'];
  await Promise.all(cards.map(card => cars.riderWithCard(`o-${card}`, card)));
  const share = { distanceMetres: 8_000, occupants: 2, carTripId: 'car of two' };
  const first = ride('driver', 'carpool', share);
  // At once: whichever is first, there is one place left.
  const answers = await Promise.all([
    cars.rides([first]),
    cars.rides([ride('guest', 'carpool', { ...share, occupants: 3 })]),
  ]);
  const refused = answers.flatMap(({ rejected }) => rejected.map(({ code }) => code));
  expect([refused, answers.map(({ accepted }) => accepted).sort()]).toEqual([['CAR_DISAGREES'], [0, 1]]);
  const people = answers[0]!.accepted === 1 ? 2 : 3;
  const same = { ...share, occupants: people };
  for (const card of [answers[0]!.accepted === 1 ? 'guest' : 'driver', 'third', 'nobody']) {
    const answer = await cars.rides([ride(card, 'carpool', same)]);
    const isFull = card === 'nobody' || (card === 'third' && people === 2);
    expect({ card, codes: answer.rejected.map(({ code }) => code) }).toEqual({
      card,
      codes: isFull ? ['CAR_FULL'] : [],
    });
  }
  if (answers[0]!.accepted === 0) return;
  expect(await cars.rides([first])).toMatchObject({ duplicate: 1 });
  await cars.post('reversals', { ticketId: first.ticketId, reason: '没上车' });
  // The place is free again, also for a card that nobody has bound yet; then it is taken.
  expect(await cars.rides([ride('nobody', 'carpool', same)])).toMatchObject({ pending: 1 });
  expect(await cars.rides([ride('third', 'carpool', same)])).toMatchObject({
    rejected: [{ code: 'CAR_FULL' }],
  });
});

test('rides of one time are paid once, whoever signs them', async () => {
  const first = ride('bus card', 'bus', { distanceMetres: 7_000 });
  expect(await bus.rides([first])).toMatchObject({ accepted: 1 });
  const second = { ...first, ticketId: randomUUID(), riderToken: 'bike account', mode: 'shared-bike' };
  expect(await bikes.rides([second])).toMatchObject({ rejected: [{ code: 'OVERLAPS' }] });
});

test('a partner pays for his own modes and cards only, and a ticket of his is his own', async () => {
  expect(await bus.rides([ride('bus card', 'shared-bike')])).toMatchObject({
    rejected: [{ code: 'MODE_NOT_ALLOWED' }],
  });
  expect(await bikes.rides([ride('bus card', 'shared-bike')])).toMatchObject({ pending: 1 });
  const [one, other] = [ride('bus card', 'bus'), ride('bike account', 'shared-bike')];
  expect(await bus.rides([{ ...one, ticketId: 'T-1' }])).toMatchObject({ accepted: 1 });
  expect(await bikes.rides([{ ...other, ticketId: 'T-1' }])).toMatchObject({ accepted: 1 });
});

test('what cannot be is refused with its reason, and the others of the batch are taken', async () => {
  const answer = await bus.rides([
    ride('bus card', 'bus', { ticketId: 'far', distanceMetres: 60_000 }),
    ride('bus card', 'bus', { ticketId: 'good' }),
  ]);
  const [message] = ['里程与起终点的直线距离相差太大'];
  expect(answer).toMatchObject({
    accepted: 1,
    rejected: [{ ticketId: 'far', code: 'IMPLAUSIBLE_DISTANCE', message }],
  });
  const alone = await cars.rides([ride('car account', 'carpool', { occupants: 1 })]);
  expect(alone).toMatchObject({ rejected: [{ code: 'NO_OCCUPANTS' }] });
});

test.each([
  ['too many points', { via: Array.from({ length: 101 }, () => from) }],
  ['a point beyond the pole', { via: [{ longitude: 0, latitude: 91 }] }],
  ['ten people in a car', { occupants: 10 }],
  ['half a person', { occupants: 1.5 }],
  ['a detour backwards', { detourMetres: -1 }],
  ['a field that nobody knows', { weather: 'rain' }],
] as [string, Partial<PartnerRide>][])('%s is no ride', async (_, more) => {
  const answer = await bus.post('rides', { batchId: 'b', rides: [ride('bus card', 'bus', more)] });
  expect(answer).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
});

test('the methodology names the factors of every partner’s city, and who signs what', async () => {
  const { sets, partners } = await product.data('o-ann', 'rides.methodology', {});
  expect(partners.map(({ city, modes }) => [city, modes.join()])).toEqual([
    ['shenzhen', 'metro'],
    ['beijing', 'carpool'],
    ['shenzhen', 'shared-bike,shared-e-bike'],
    ['shenzhen', 'bus'],
  ]);
  expect(sets.map(({ setId }) => setId).sort()).toEqual(['bj-test', 'sz-2021']);
});
