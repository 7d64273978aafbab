import type { PartnerRide } from '../../../../cloudfunctions/contract/partner';
import { newRiderToken, riderTokens } from '../../../../cloudfunctions/domain/bindings';
import { readBalance, userAccount } from '../../../../cloudfunctions/domain/ledger';
import { defaultOwnTripCaps } from '../../../../cloudfunctions/domain/parameters';
import type { RiderDay } from '../../../../cloudfunctions/domain/rider-days';
import { riderDays } from '../../../../cloudfunctions/domain/rider-days';
import { recordRides, reverseRide, type Trip } from '../../../../cloudfunctions/domain/rides';
import { checkBonus } from '../../../../cloudfunctions/domain/verification/check-bonus';
import { collectionOf } from '../../../../cloudfunctions/platform';
import { problemsOfOwnTrips } from '../../../support/audit-own-trips';
import { problemsOf, readBooks } from '../../../support/audit-rides';
import * as fc from '../../../support/fast-check';
import { metroRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { at, bikeTrip, MINUTE_MS, payOwnTrip } from './own-trip';

const trips = collectionOf<Trip>('trips');

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

let people = 0;
async function newRider(): Promise<{ uid: string; card: string }> {
  people += 1;
  const [uid, card] = [product.platform.randomId(), `card-${people}`];
  const token = newRiderToken(product.platform, { partnerId: 'bawei', riderToken: card });
  await product.platform.database.add(riderTokens, { ...token, uid, boundAtMs: product.cloud.nowMs() });
  return { uid, card };
}

/** Half-hours around a midnight, so that spans meet and days are crossed. */
const from = at('2026-11-08T21:00:00');
const slot = fc.integer({ min: 0, max: 11 });
const spanOf = (begin: number, minutes: number) => {
  const fromMs = from + begin * 30 * MINUTE_MS;
  return { fromMs, toMs: fromMs + minutes * MINUTE_MS };
};

type Step =
  | { kind: 'own'; begin: number; minutes: number; source: 'bike-track' | 'station-code'; metres: number }
  | { kind: 'ride'; begin: number; minutes: number }
  | { kind: 'reverse'; begin: number; minutes: number };

const minutes = fc.constantFrom(20, 50, 80);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('own' as const),
    begin: slot,
    minutes,
    source: fc.constantFrom('bike-track' as const, 'station-code' as const),
    metres: fc.constantFrom(1_000, 9_000, 30_000),
  }),
  fc.record({ kind: fc.constant('ride' as const), begin: slot, minutes }),
  fc.record({ kind: fc.constant('reverse' as const), begin: slot, minutes }),
);

const ticketOf = (card: string, { begin, minutes: length }: Step): string => `T ${card} ${begin} ${length}`;

async function take({ uid, card }: { uid: string; card: string }, one: Step): Promise<void> {
  const span = spanOf(one.begin, one.minutes);
  if (one.kind === 'own') {
    const judged = bikeTrip(span.fromMs, { ...span, source: one.source, distanceMetres: one.metres });
    await payOwnTrip(
      product.platform,
      uid,
      judged,
      `request-${one.begin}-${one.minutes}-${one.source}-${one.metres}`,
    );
    return;
  }
  const ticketId = ticketOf(card, one);
  if (one.kind === 'reverse') {
    await reverseRide(product.platform, { partnerId: 'bawei', ticketId, reason: '退票' });
    return;
  }
  const ride: PartnerRide = metroRide({
    ticketId,
    riderToken: card,
    ...one,
    fromMs: span.fromMs,
    distanceMetres: 9_000,
  });
  await recordRides(product.platform, {
    partner: { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] },
    rides: [ride],
    deadlineMs: product.cloud.nowMs() + 60_000,
  });
}

function expectApart(listed: RiderDay['trips']): void {
  const inOrder = listed.toSorted((left, right) => left.fromMs - right.fromMs);
  inOrder.forEach((trip, place) => {
    if (place > 0) expect(inOrder[place - 1]!.toMs).toBeLessThanOrEqual(trip.fromMs);
  });
}

/** Spans of one rider that are paid now, by whatever source, none of which may share time. */
async function expectNoOverlap(uid: string): Promise<void> {
  const where = { _id: { from: `${uid}:`, below: `${uid};` } };
  const days: RiderDay[] = await product.platform.database.find(riderDays, { where, limit: 10 });
  for (const { trips: listed, bonusBySource = {} } of days) {
    // What is left of an own trip lies under the ride that took a part of its place, but never under another own trip.
    expectApart(listed.filter(({ rest }) => !rest));
    expectApart(listed.filter(({ bonus }) => bonus !== undefined));
    for (const [source, bonus] of Object.entries(bonusBySource)) {
      expect(bonus).toBeLessThanOrEqual(defaultOwnTripCaps[source]!.dayBonusCap);
    }
  }
}

const rounds = process.env.SOAK ? 60 : 5;

test('in whatever order own trips, rides and reversals come, some twice and some at once, it adds up', async () => {
  const history = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 6 });
  const property = fc.asyncProperty(history, async groups => {
    const rider = await newRider();
    for (const group of groups) await Promise.all(group.map(one => take(rider, one)));
    // Everything is delivered again: own trips and rides are known, reversals have been.
    for (const group of groups) for (const one of group) if (one.kind === 'own') await take(rider, one);
    await expectNoOverlap(rider.uid);
    const { carbon } = await readBalance(product.platform, userAccount(rider.uid));
    const credited = await product.platform.database.find(trips, {
      where: { uid: rider.uid },
      limit: 100,
    });
    const grams = credited
      .filter(({ state }) => state === 'credited')
      .reduce((sum, { creditedGrams }) => sum + creditedGrams, 0);
    expect(carbon.available - carbon.debt).toBe(grams);
  });
  await fc.assert(property, process.env.SOAK ? { numRuns: rounds } : { numRuns: rounds, seed: 6 });
  const books = await readBooks(product.platform);
  expect(problemsOf(books)).toEqual([]);
  expect(await checkBonus(product.platform, books.entries)).toEqual([]);
  expect(await problemsOfOwnTrips(product.platform)).toEqual([]);
}, 300_000);
