import { errorTexts } from '../../../../cloudfunctions/contract/errors';
import { type PartnerRide, rideRejections } from '../../../../cloudfunctions/contract/partner';
import { factorSets } from '../../../../cloudfunctions/domain/factors/store';
import { networkOf } from '../../../../cloudfunctions/domain/network';
import { statusOf } from '../../../../cloudfunctions/functions/partner/status';
import { collectionOf } from '../../../../cloudfunctions/platform';
import { beijingFactors } from '../../../support/beijing-factors';
import {
  metroRide,
  PartnerClient,
  plantPartner,
  SHORT_RIDE_GRAMS,
  shortRide,
} from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let product: Product;
let partner: PartnerClient;
let cars: PartnerClient;
let nowMs: number;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
  nowMs = product.cloud.nowMs();
  await product.platform.database.add(factorSets, beijingFactors);
  cars = await plantPartner(product, 'cars', { city: 'beijing', modes: ['carpool'] });
  await partner.riderWithCard('o-ann', 'ann');
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const reached = new Set<string>();
async function codesOf(rides: PartnerRide[], sender = partner): Promise<string[]> {
  const { rejected } = await sender.rides(rides);
  for (const { code, message } of rejected) {
    expect(message).toBe(rideRejections[code as keyof typeof rideRejections]);
    reached.add(code);
  }
  return rejected.map(({ ticketId, code }) => `${ticketId} ${code}`);
}

describe('a ride is rejected', () => {
  const good = (ticketId: string): PartnerRide => metroRide({ ticketId, riderToken: 'ann', fromMs: 0 });
  const at = (ticketId: string, fromMs: number, minutes: number): PartnerRide =>
    metroRide({ ticketId, riderToken: 'ann', fromMs: nowMs + fromMs, minutes });

  test.each<[string, () => PartnerRide]>([
    ['MODE_NOT_ALLOWED', () => ({ ...good('t'), mode: 'bus' })],
    ['MODE_NOT_ALLOWED', () => ({ ...good('t'), mode: 'constructor' })],
    ['EXIT_BEFORE_ENTRY', () => at('t', -HOUR_MS, 0)],
    ['EXIT_BEFORE_ENTRY', () => at('t', -HOUR_MS, -10)],
    ['IN_THE_FUTURE', () => at('t', -10 * MINUTE_MS, 60)],
    ['TOO_OLD', () => at('t', -30 * DAY_MS - MINUTE_MS, 60)],
    ['TOO_OLD', () => good('t')],
    ['TOO_LONG', () => at('t', -5 * HOUR_MS, 241)],
    ['UNKNOWN_STATION', () => metroRide({ ...shortWords(), to: '人民广场' })],
    ['UNKNOWN_STATION', () => ({ ...at('t', -HOUR_MS, 30), entry: nowhere() })],
    ['SAME_STATION', () => metroRide({ ...shortWords(), to: '罗湖站' })],
    ['NO_DISTANCE', () => metroRide({ ...shortWords(), distanceMetres: 0 })],
    ['IMPOSSIBLE_SPEED', () => at('t', -HOUR_MS, 10)],
  ])('as %s, and leaves nothing behind', async (code, ride) => {
    expect(await codesOf([ride()])).toEqual([`t ${code}`]);
    expect(await partner.rides([shortRide('t', 'nobody', nowMs - HOUR_MS)])).toMatchObject({ pending: 1 });
    await product.platform.database.removeWhere(collectionOf('trips'), { state: 'waiting-binding' });
  });

  const shortWords = () => ({
    ticketId: 't',
    riderToken: 'ann',
    fromMs: nowMs - HOUR_MS,
    minutes: 10,
    to: '国贸',
  });
  const nowhere = () => ({ longitude: -114, latitude: 22.5, atMs: nowMs - HOUR_MS });

  test('as OVERLAPS when it shares a millisecond with another one of its rider, in one batch or later', async () => {
    const first = shortRide('first', 'ann', nowMs - 20 * HOUR_MS);
    const touching = shortRide('touching', 'ann', nowMs - 20 * HOUR_MS + 5 * MINUTE_MS);
    const sharing = shortRide('sharing', 'ann', nowMs - 20 * HOUR_MS + 10 * MINUTE_MS - 1);
    expect(await codesOf([sharing, touching, first])).toEqual(['sharing OVERLAPS']);
    expect(await codesOf([sharing])).toEqual(['sharing OVERLAPS']);
    await partner.post('reversals', { ticketId: 'touching', reason: 'wrong' });
    expect(await partner.rides([sharing])).toMatchObject({ accepted: 1, rejected: [] });
  });

  test('as IDEMPOTENCY_CONFLICT when its ticket is another ride, whatever has become of that', async () => {
    const ride = shortRide('twice', 'ann', nowMs - 40 * HOUR_MS);
    expect(await codesOf([ride, { ...ride, riderToken: 'bob' }])).toEqual(['twice IDEMPOTENCY_CONFLICT']);
    const others = [
      { ...ride, riderToken: 'bob' },
      { ...ride, distanceMetres: 800 },
      shortRide('twice', 'ann', nowMs - 40 * HOUR_MS + 1),
    ];
    for (const other of others) expect(await codesOf([other])).toEqual(['twice IDEMPOTENCY_CONFLICT']);
    await partner.post('reversals', { ticketId: 'twice', reason: 'wrong' });
    expect(await codesOf([others[0]!])).toEqual(['twice IDEMPOTENCY_CONFLICT']);
  });

  test('as BEFORE_UNBINDING when it began before its card was last unbound', async () => {
    await partner.riderWithCard('o-cat', 'cat');
    await partner.post('unbindings', { riderToken: 'cat' });
    const ride = shortRide('old cat', 'cat', nowMs - HOUR_MS);
    expect(await codesOf([ride])).toEqual(['old cat BEFORE_UNBINDING']);
    await partner.riderWithCard('o-dan', 'cat');
    expect(await codesOf([ride])).toEqual(['old cat BEFORE_UNBINDING']);
    const { trips } = await product.data('o-dan', 'rides.list', { limit: 50 });
    expect(trips).toEqual([]);
  });

  test('for what does not fit a shared car', async () => {
    const from = { longitude: 116.3, latitude: 39.9, atMs: nowMs - HOUR_MS };
    const to = { longitude: 116.4, latitude: 39.9, atMs: nowMs - HOUR_MS + 30 * MINUTE_MS };
    const car = { riderToken: 'ann', mode: 'carpool', entry: from, exit: to };
    const rides: PartnerRide[] = [
      { ...car, ticketId: 'alone' },
      { ...car, ticketId: 'detour', occupants: 2, carTripId: 'c', detourMetres: 9_000 },
      { ...car, ticketId: 'far', occupants: 2, carTripId: 'c', distanceMetres: 40_000 },
    ];
    expect(await codesOf(rides, cars)).toEqual([
      'alone NO_OCCUPANTS',
      'detour NO_REDUCTION',
      'far IMPLAUSIBLE_DISTANCE',
    ]);
    const sent = (ticketId: string, more: Partial<PartnerRide>) =>
      codesOf([{ ...car, ticketId, occupants: 2, ...more }], cars);
    expect(await sent('nameless', {})).toEqual(['nameless NO_SHARED_CAR']);
    expect(await sent('one', { carTripId: 'two seats' })).toEqual([]);
    expect(await sent('three', { carTripId: 'two seats', occupants: 3 })).toEqual(['three CAR_DISAGREES']);
    expect(await sent('other', { carTripId: 'two seats' })).toEqual([]);
    expect(await sent('late', { carTripId: 'two seats' })).toEqual(['late CAR_FULL']);
  });

  test('for every reason that there is', () => {
    expect([...reached].sort()).toEqual(Object.keys(rideRejections).sort());
  });
});

test('a good ride among bad ones is taken, a repetition in the same batch is counted by what became of it', async () => {
  const good = shortRide('good', 'ann', nowMs - 50 * HOUR_MS);
  const bad = metroRide({ ticketId: 'bad', riderToken: 'ann', fromMs: nowMs - 60 * HOUR_MS, minutes: 1 });
  const waiting = shortRide('waiting', 'nobody', nowMs - 50 * HOUR_MS);
  expect(await partner.rides([good, bad, waiting, good, bad, waiting])).toMatchObject({
    accepted: 1,
    duplicate: 1,
    pending: 2,
    deferred: [],
    rejected: [{ ticketId: 'bad' }, { ticketId: 'bad' }],
  });
});

test('a place by coordinates, a sloppy name and a longer reported distance count as the network knows them', async () => {
  const atMs = nowMs - 70 * HOUR_MS;
  const { longitude, latitude } = networkOf('shenzhen')!.stations.find(({ name }) => name === '国贸')!;
  const ride: PartnerRide = {
    ticketId: 'sloppy',
    riderToken: 'ann',
    mode: 'metro',
    entry: { station: ' 罗湖站 ', atMs },
    exit: { longitude, latitude, atMs: atMs + 10 * MINUTE_MS },
    distanceMetres: 9_000,
  };
  expect(await partner.rides([ride])).toMatchObject({ accepted: 1 });
  const { trips } = await product.data('o-ann', 'rides.list', { limit: 50 });
  expect(trips.find(({ fromMs }) => fromMs === atMs)).toMatchObject({
    distanceMetres: 894,
    creditedGrams: SHORT_RIDE_GRAMS,
  });
});

describe('a request is answered with', () => {
  const failing = (code: string) => ({
    code,
    message: errorTexts[code as keyof typeof errorTexts],
    logId: expect.stringMatching(/^[0-9a-z]{26}$/),
  });
  const bindings = (bindCode: string, riderToken: string) =>
    partner.post('bindings', { bindCode, riderToken });
  const newCode = async (openid: string): Promise<string> =>
    (await product.data(openid, 'bindings.createCode', {})).code;

  test('400 for 201 rides, for none, for a field too many, and for a wrong one', async () => {
    const ride = shortRide('t', 'ann', nowMs - HOUR_MS);
    const wrong: [unknown, string][] = [
      [
        { batchId: 'b', rides: Array.from({ length: 201 }, (_, n) => ({ ...ride, ticketId: `${n}` })) },
        'rides',
      ],
      [{ batchId: 'b', rides: [] }, 'rides'],
      [{ rides: [ride] }, 'batchId'],
      [{ batchId: 'b', rides: [ride], more: 1 }, 'more'],
      [{ batchId: 'b', rides: [ride, { ...ride, mode: 7 }] }, 'rides.1.mode'],
      [{ batchId: 'b', rides: [{ ...ride, distanceMetres: 1.5 }] }, 'rides.0.distanceMetres'],
      [{ batchId: 'b', rides: [{ ...ride, ticketId: '' }] }, 'rides.0.ticketId'],
      [{ batchId: 'b', rides: [{ ...ride, ticketId: 'x'.repeat(129) }] }, 'rides.0.ticketId'],
      [{ batchId: 'b', rides: [{ ...ride, ticketId: '\ud800' }] }, 'rides.0.ticketId'],
      [{ batchId: 'b', rides: [{ ...ride, entry: { atMs: 1 } }] }, 'rides.0.entry'],
      [null, ''],
      [[], ''],
    ];
    for (const [body, field] of wrong) {
      const answer = await partner.post('rides', body);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ ...failing('INVALID_INPUT'), details: { field } });
    }
  });

  test('404, 410, 409 and again 200 for bind codes', async () => {
    await product.signedInRider('o-eve', { consent: true });
    const code = await newCode('o-eve');
    expect(await bindings('AAAAAAAA', 'eve')).toMatchObject({ status: 404, body: failing('CODE_UNKNOWN') });
    expect(await bindings('  ', 'eve')).toMatchObject({ status: 404, body: failing('CODE_UNKNOWN') });
    expect(await bindings(code, 'ann')).toMatchObject({ status: 409, body: failing('TOKEN_BOUND') });
    const bound = { status: 200, body: { bound: true, cardId: expect.stringMatching(/^\S{20,}$/) } };
    const first = await bindings(code.toLowerCase(), 'eve');
    expect(first).toEqual(bound);
    expect(await bindings(code, 'eve')).toEqual(first);
    expect(await bindings(code, 'eve 2')).toMatchObject({ status: 409, body: failing('CODE_USED') });
    const late = await newCode('o-eve');
    await product.advanceClock(10 * MINUTE_MS);
    expect(await bindings(late, 'eve 3')).toMatchObject({ status: 410, body: failing('CODE_EXPIRED') });
  });

  test('404 for unbinding a card that was never seen, 200 for one that is unbound', async () => {
    const unbind = (riderToken: string) => partner.post('unbindings', { riderToken });
    expect(await unbind('never seen')).toMatchObject({ status: 404, body: failing('NOT_FOUND') });
    await partner.rides([shortRide('seen', 'seen', nowMs - HOUR_MS)]);
    expect(await unbind('seen')).toEqual({ status: 200, body: { unbound: true } });
  });

  test('503 when somebody else holds what it needs, and nothing has happened', async () => {
    await partner.rides([shortRide('held', 'ann', nowMs - 90 * HOUR_MS)]);
    const trips = collectionOf<{ _id: string; ticketDigest: string; note: string }>('trips');
    const { database } = product.platform;
    const [trip] = await database.find(trips, { where: { state: 'credited', day: dayOf(-90) }, limit: 1 });
    await database.transact(async transaction => {
      await transaction.update(trips, trip!._id, { note: 'held' });
      const answer = await partner.post('reversals', { ticketId: 'held', reason: 'r' });
      expect(answer).toMatchObject({ status: 503, body: failing('TRY_AGAIN') });
    });
    const answer = await partner.post('reversals', { ticketId: 'held', reason: 'r' });
    expect(answer).toEqual({ status: 200, body: { reversed: true, waiting: false, duplicate: false } });
  });
  const dayOf = (hours: number): string => new Date(nowMs + (hours + 8) * HOUR_MS).toISOString().slice(0, 10);

  test('500 for what is our own fault only', () => {
    expect(statusOf('INTERNAL')).toBe(500);
  });
});
