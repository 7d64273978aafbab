import {
  closeAccount,
  type EntryFacts,
  NO_ORIGIN,
  openAccount,
  postCredit,
  reverseEntry,
  userAccount,
} from '../../../../cloudfunctions/domain/ledger';
import { metroRide, PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { bikeTrip, payOwnTrip } from '../../domain/own-trips/own-trip';

const at = (beijing: string): number => Date.parse(`${beijing}:00+08:00`);
const ledger = { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 };

let product: Product;
let uid: string;

/** As steps, plans and customer service pay. */
async function payBonus(source: string, amount: number, key: string): Promise<void> {
  const nowMs = product.platform.nowMs();
  const reference = { type: 'steps' as const, id: key };
  const facts: EntryFacts = {
    key,
    requestHash: key,
    reason: 'steps',
    reference,
    commitment: null,
    parametersVersion: 1,
    nowMs,
    answer: () => null,
  };
  const what = { kind: 'bonus' as const, origin: NO_ORIGIN, amount, source };
  await product.platform.database.transact(async transaction => {
    const open = await openAccount(transaction, userAccount(uid));
    await postCredit(transaction, open, what, facts, ledger);
    await closeAccount(transaction, open);
  });
}

/** Wednesday, 2 December: rides of two months, and every kind of bonus. */
beforeAll(async () => {
  product = await startProduct({ startAtMs: at('2026-12-02T20:00') });
  const partner = new PartnerClient(product);
  uid = await product.signedInRider('o-ann', { consent: true });
  await product.signedInRider('o-new', { consent: true });
  await partner.bindCard('o-ann', 'card');
  await partner.rides([
    shortRide('a', 'card', at('2026-11-20T08:00')),
    shortRide('b', 'card', at('2026-11-30T23:59')),
    shortRide('c', 'card', at('2026-12-01T08:00')),
    shortRide('d', 'card', at('2026-12-02T08:00')),
    metroRide({ ticketId: 'e', riderToken: 'card', fromMs: at('2026-12-02T18:00') }),
  ]);
  await partner.post('reversals', { ticketId: 'd', reason: 'r' });
  await payOwnTrip(product.platform, uid, bikeTrip(at('2026-12-01T12:00')));
  await payOwnTrip(product.platform, uid, bikeTrip(at('2026-12-02T12:00')));
  await payOwnTrip(product.platform, uid, bikeTrip(at('2026-12-02T13:00'), { source: 'station-code' }));
  await payOwnTrip(product.platform, uid, bikeTrip(at('2026-11-29T13:00'), { source: 'self-report' }));
  // Refused: its time is taken.
  await payOwnTrip(product.platform, uid, bikeTrip(at('2026-12-02T12:05'), { source: 'self-report' }));
  await payBonus('mint:steps', 30, 'steps-1');
  await payBonus('mint:steps', 25, 'steps-2');
  await payBonus('mint:plan', 20, 'plan-1');
  await payBonus('mint:kindness', 3, 'kindness-1');
  await reverseEntry(product.platform, 'plan-1', {
    reason: 'plan-undone',
    parametersVersion: 1,
    nowMs: product.platform.nowMs(),
    answer: () => null,
  });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const month = (name: string, openid = 'o-ann') => product.data(openid, 'earning.month', { month: name });

test('a month tells what signed rides spared, by way of travelling and by day', async () => {
  const { today, firstDay, rides } = await month('2026-12');
  const { trips } = await product.data('o-ann', 'rides.list', { limit: 50 });
  const long = trips.find(({ fromMs }) => fromMs === at('2026-12-02T18:00'))!;
  expect([today, firstDay]).toEqual(['2026-12-02', '2026-11-20']);
  expect(rides).toMatchObject({ trips: 2, days: 2, grams: SHORT_RIDE_GRAMS + long.creditedGrams });
  expect(rides.modes).toEqual([{ mode: 'metro', trips: 2, grams: rides.grams }]);
  expect(rides.byDay).toHaveLength(31);
  expect(rides.byDay.slice(0, 3)).toEqual([
    { day: '2026-12-01', trips: 1, grams: SHORT_RIDE_GRAMS },
    { day: '2026-12-02', trips: 1, grams: long.creditedGrams },
    { day: '2026-12-03', trips: 0, grams: 0 },
  ]);
  expect(JSON.stringify(rides)).not.toMatch(/布吉|福田|罗湖/);
});

test('beside them stands what everything else paid, by source, less what was taken back', async () => {
  expect((await month('2026-12')).incentives).toEqual([
    { source: 'bike-track', times: 2, credits: 100 },
    { source: 'steps', times: 2, credits: 55 },
    { source: 'station-code', times: 1, credits: 50 },
    { source: 'other', times: 1, credits: 3 },
  ]);
  expect((await month('2026-11')).incentives).toEqual([{ source: 'self-report', times: 1, credits: 50 }]);
});

test('a ride counts in the month of its entry, at midnight as well', async () => {
  const { rides } = await month('2026-11');
  expect([rides.trips, rides.grams, rides.byDay.at(-1)]).toEqual([
    2,
    2 * SHORT_RIDE_GRAMS,
    { day: '2026-11-30', trips: 1, grams: SHORT_RIDE_GRAMS },
  ]);
});

test('a ride that its rider claims elsewhere counts in no sum of a month', async () => {
  const { trips } = await product.data('o-ann', 'rides.list', { limit: 50 });
  const { tripId } = trips.find(({ fromMs }) => fromMs === at('2026-11-20T08:00'))!;
  await product.data('o-ann', 'schemes.declare', { tripId, scheme: 'other' });
  const { rides } = await month('2026-11');
  expect(rides).toMatchObject({ trips: 1, days: 1, grams: SHORT_RIDE_GRAMS });
  const { months } = await product.data('o-ann', 'rides.months', { months: ['2026-11'] });
  expect(months).toEqual([{ month: '2026-11', trips: 1, grams: SHORT_RIDE_GRAMS }]);
});

test('who has nothing is told so', async () => {
  const { firstDay, rides, incentives } = await month('2026-02', 'o-new');
  expect([firstDay, rides.trips, rides.byDay.length, incentives]).toEqual([null, 0, 28, []]);
});

test('a month costs five database calls besides the fixed ones, and walks through no collection', async () => {
  const identityAndRates = 3;
  await product.nextMinute();
  await month('2026-12');
  expect(await product.databaseCalls(() => month('2026-12'))).toBe(identityAndRates + 5);
  const calls = await product.calls(1_000);
  expect(calls.filter(({ scansWithoutIndex }) => scansWithoutIndex > 0)).toEqual([]);
});
