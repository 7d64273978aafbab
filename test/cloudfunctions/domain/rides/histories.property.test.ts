import { problemsOf, type RidesBooks, readBooks } from '../../../support/audit-rides';
import * as fc from '../../../support/fast-check';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { CARDS, History, RIDERS, SLOTS, type Step } from './history';

const RUNS = process.env.SOAK ? 1500 : 12;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const card = fc.nat(CARDS - 1);
const slot = fc.nat(SLOTS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      card,
      slots: fc.array(fc.record({ slot, other: fc.nat(4).map(n => n === 0) }), {
        minLength: 1,
        maxLength: 5,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reverse' as const), card, slot }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('bind' as const), rider: fc.nat(RIDERS - 1), card }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unbind' as const), card }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), slots: fc.integer({ min: 1, max: 6 }) }),
  },
);

const ofRides = ({ trips, days, accounts, entries }: RidesBooks) => [trips, days, accounts, entries];

test('any history of deliveries, reversals, bindings and unbindings ends as told by the model', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 24 }), async steps => {
    const history = new History(product.platform);
    await history.begin();
    for (const next of steps) await history.take(next);
    await history.compare();
    await history.repeat();
    await history.compare();
  });
  await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  const books = await readBooks(product.platform);
  expect(problemsOf(books)).toEqual([]);
  expect(books.trips.length).toBeGreaterThan(RUNS);
});

test('to run a whole history again changes no trip, day, account or entry', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 24 }), async steps => {
    const history = new History(product.platform);
    await history.begin();
    for (const next of steps) await history.take(next);
    const before = await readBooks(product.platform);
    await history.repeat();
    expect(ofRides(await readBooks(product.platform))).toEqual(ofRides(before));
  });
  await fc.assert(property, { numRuns: process.env.SOAK ? 50 : 3, endOnFailure: true });
});
