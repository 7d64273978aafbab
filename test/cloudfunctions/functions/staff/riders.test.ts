import { riders } from '../../../../cloudfunctions/domain/riders/store';
import { ridersHandlers } from '../../../../cloudfunctions/functions/staff/procedures/riders';
import { metroRide, PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';

const HOUR_MS = 3_600_000;

let product: Product;
let uid: string;
let otherUid: string;
beforeAll(async () => {
  product = await startProduct();
  const partner = new PartnerClient(product);
  uid = await partner.riderWithCard('o-ann', 'card-number-4821');
  otherUid = await partner.riderWithCard('o-bob', 'card-number-1111');
  const nowMs = product.cloud.nowMs();
  const ofAnn = (ticketId: string, hoursAgo: number) =>
    shortRide(ticketId, 'card-number-4821', nowMs - hoursAgo * HOUR_MS);
  await partner.rides([ofAnn('one', 30), ofAnn('two', 20), ofAnn('three', 10)]);
  await partner.rides([
    metroRide({ ticketId: 'bob', riderToken: 'card-number-1111', fromMs: nowMs - 3 * HOUR_MS }),
  ]);
  await partner.post('reversals', { ticketId: 'two', reason: '张三来电' });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const actor = {
  staffId: 'service',
  roles: [],
  permission: 'riders.read' as const,
  requestId: null,
  flags: [],
};
const callOf = <Input>(input: Input) => ({
  platform: product.platform,
  input,
  requestId: null,
  requestKey: '',
  openid: '',
  actor,
  permissions: [],
});
const find = (number: string) => ridersHandlers['riders.find'].read(callOf({ number }));
const trips = (ofUid: string, cursor: string | null = null, limit = 20) =>
  ridersHandlers['riders.trips'].read(callOf({ uid: ofUid, cursor, limit }));

test('a rider is found by the first eight characters or the whole id, with cards masked', async () => {
  const found = await find(uid.slice(0, 8));
  expect(found).toEqual({
    rider: {
      uid,
      sinceMs: expect.any(Number),
      consentGiven: true,
      deletion: null,
      cards: [{ partnerName: '八维通', label: '4821', boundAtMs: expect.any(Number) }],
      balance: {
        carbon: { available: 2 * SHORT_RIDE_GRAMS, held: 0, debt: 0 },
        bonus: { available: 0, held: 0, debt: 0 },
      },
    },
    closed: null,
  });
  expect(await find(uid)).toEqual(found);
  expect(ridersHandlers['riders.find'].target?.(found)).toBe(`rider:${uid}`);
  expect(JSON.stringify(found)).not.toMatch(/o-ann|card-number/);
});

test('nobody is found by a number that nobody has, or by the middle of one', async () => {
  expect(await find('zzzzzzzz')).toEqual({ rider: null, closed: null });
  expect(await find(uid.slice(1, 12))).toEqual({ rider: null, closed: null });
});

test('when two begin alike more characters are asked for, and the whole id is enough', async () => {
  const twin = `${uid.slice(0, 10)}${uid[10] === 'z' ? 'y' : 'z'}${uid.slice(11)}`;
  const rider = (await product.platform.database.get(riders, uid))!;
  await product.platform.database.add(riders, { ...rider, _id: twin });
  await expect(find(uid.slice(0, 8))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    details: { field: 'number' },
  });
  expect((await find(uid)).rider?.uid).toBe(uid);
  expect((await find(uid.slice(0, 11))).rider?.uid).toBe(uid);
});

test('trips are shown without stations, times and the partner’s words, page by page', async () => {
  const first = await trips(uid, null, 2);
  expect(first.trips.map(({ state, creditedGrams }) => [state, creditedGrams])).toEqual([
    ['credited', SHORT_RIDE_GRAMS],
    ['reversed', SHORT_RIDE_GRAMS],
  ]);
  expect(first.trips.map(({ explanation }) => explanation)).toEqual([null, expect.stringContaining('撤销')]);
  const second = await trips(uid, first.nextCursor, 2);
  expect(second.trips).toHaveLength(1);
  expect(second.nextCursor).toBeNull();
  const text = JSON.stringify([first, second]);
  expect(text).not.toMatch(/罗湖|国贸|张三|(?<![0-9a-f])\d{13}(?![0-9a-f])/);
});

test('a page cannot be asked for from another rider’s trip', async () => {
  const [ofBob] = (await trips(otherUid)).trips;
  await expect(trips(uid, ofBob!.tripId)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});
