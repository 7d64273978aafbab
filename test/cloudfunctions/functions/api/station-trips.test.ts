import type { CallAnswer } from '../../../../cloudfunctions/contract/envelope';
import { posterText } from '../../../../cloudfunctions/domain/station-codes';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { placeAt } from '../../domain/station-codes/station-world';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const scanAt = (station: string) => ({
  code: posterText(product.platform, 'shenzhen', { station, edition: 1 }),
  ...placeAt(station),
});
const codeOf = (answer: CallAnswer<unknown>): string => (answer.ok ? 'ok' : answer.error.code);
const rider = async (openid: string) => {
  await product.signedInRider(openid, { consent: true });
  await product.data(openid, 'stationTrips.agree', {});
};

// First, while one process serves all: another one would have rate windows of its own to open.
test('database calls of each procedure are known, with the two of the rate windows', async () => {
  await product.nextMinute();
  await rider('o-cost');
  const costs: Record<string, number> = {};
  const count = async (name: string, work: () => Promise<unknown>) => {
    await work();
    costs[name] = await product.databaseCalls(work);
  };
  const enter = () => product.call('o-cost', 'stationTrips.enter', scanAt('布吉'));
  const discard = () => product.call('o-cost', 'stationTrips.discard', {});
  await count('agree', () => product.call('o-cost', 'stationTrips.agree', {}));
  await count('read', () => product.call('o-cost', 'stationTrips.read', {}));
  await enter();
  await count('discard', discard);
  costs.enter = await product.databaseCalls(enter);
  costs['enter, one is open'] = await product.databaseCalls(enter);
  // The clock has left the rate windows behind, and parameters and factors are read once a minute: a refusal opens them.
  await product.advanceClock(35 * 60_000);
  const exitAt = (station: string) => product.call('o-cost', 'stationTrips.exit', scanAt(station));
  expect(codeOf(await exitAt('布吉'))).toBe('SAME_STATION');
  costs.exit = await product.databaseCalls(() => exitAt('福田'));
  await count('withdraw', () => product.call('o-cost', 'stationTrips.withdraw', {}));
  expect(costs).toEqual({
    agree: 8,
    read: 5,
    enter: 11,
    'enter, one is open': 10,
    exit: 20,
    discard: 7,
    withdraw: 8,
  });
});

test('two phones of one rider that scan at the same moment open one trip', async () => {
  await rider('o-two');
  const answers = await Promise.all([
    product.call('o-two', 'stationTrips.enter', scanAt('布吉')),
    product.call('o-two', 'stationTrips.enter', scanAt('福田')),
  ]);
  expect(answers.map(codeOf).sort()).toEqual(['STATION_TRIP_OPEN', 'ok']);
});

test('one scan that is sent twice at the same moment opens one trip with one answer', async () => {
  await rider('o-again');
  const options = { requestId: 'entered-at-buji' };
  const enter = () => product.data('o-again', 'stationTrips.enter', scanAt('布吉'), options);
  const [first, second] = await Promise.all([enter(), enter()]);
  expect(second).toEqual(first);
});

test('whoever has not agreed to the guideline is asked for that first', async () => {
  await product.signedInRider('o-reader');
  const answers = [
    await product.call('o-reader', 'stationTrips.agree', {}),
    await product.call('o-reader', 'stationTrips.enter', scanAt('布吉')),
    await product.call('o-reader', 'stationTrips.read', {}),
  ];
  expect(answers.map(codeOf)).toEqual(['CONSENT_REQUIRED', 'CONSENT_REQUIRED', 'ok']);
});
