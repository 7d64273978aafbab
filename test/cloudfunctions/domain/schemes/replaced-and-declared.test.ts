import { booksReversalKind } from '../../../../cloudfunctions/domain/books';
import { ownTripMonths } from '../../../../cloudfunctions/domain/own-trips/store';
import { previewClaim } from '../../../../cloudfunctions/domain/schemes';
import { SHORT_RIDE_GRAMS } from '../../../support/partner';
import { at, bikeTrip, MINUTE_MS, payOwnTrip } from '../own-trips/own-trip';
import { ACCOUNT, RIDER, SchemeWorld } from './scheme-world';

const MONTH_TRIPS = 2;
const caps = { dayBonusCap: 1_000, monthBonusCap: 5_000, monthTrips: MONTH_TRIPS };
const MORNING = at('2026-11-09T08:00:00');
/** An hour by bicycle, half of which pays 338. */
const HOUR = { toMs: MORNING + 60 * MINUTE_MS, distanceMetres: 20_000 };

let world: SchemeWorld;
beforeEach(() => {
  world = new SchemeWorld({ dayCapGrams: 10_000, monthCapGrams: 50_000, ownTrips: { 'bike-track': caps } });
});
afterEach(async () => expect(await world.problems()).toEqual([]));

const send = (ticketId: string, after: number, more: { distanceMetres?: number } = {}) =>
  world.deliver({ ticketId, fromMs: MORNING + after * MINUTE_MS, minutes: 5, to: '国贸', ...more });
async function bonus(): Promise<number> {
  const { available, debt } = (await world.balance(ACCOUNT)).bonus;
  return available - debt;
}
const countedTrips = (): number | undefined =>
  world.documents.all(ownTripMonths)[0]?.tripsBySource['bike-track'];

/** An own trip of which a signed ride has taken a part, and what is left of it. */
async function replacedInPart() {
  const own = await payOwnTrip(world.process(), RIDER, bikeTrip(MORNING, HOUR));
  await send('in-part', 5);
  const kept = own.bonus - SHORT_RIDE_GRAMS;
  expect(world.ownTrip(own._id)).toMatchObject({ state: 'replaced', bonus: kept });
  return { id: own._id, whole: own.bonus, kept };
}

describe('an own trip that a standing ride has taken a part of', () => {
  test('can be declared with what it has kept, and gets as much again', async () => {
    const { id, kept } = await replacedInPart();
    expect(await previewClaim(world.process(), RIDER, id)).toMatchObject({ state: 'open', bonus: kept });
    expect(await world.declare(id)).toMatchObject({ state: 'claimed', bonus: kept });
    expect(await bonus()).toBe(0);
    expect(world.ownTrip(id)).toMatchObject({ state: 'elsewhere', bonus: 0 });
    expect(world.rideOf('in-part')).toMatchObject({ state: 'credited' });
    expect(await send('second', 30)).toMatchObject({ accepted: 0, rejected: [{ code: 'OVERLAPS' }] });
    expect(await world.revoke(id)).toMatchObject({ paidBonus: kept });
    expect(await bonus()).toBe(kept);
    expect(world.ownTrip(id)).toMatchObject({ state: 'replaced', bonus: kept });
    expect(await send('second', 30)).toMatchObject({ accepted: 1 });
    expect(await bonus()).toBe(kept - SHORT_RIDE_GRAMS);
  });

  test('gets all of it again when the ride was taken back before that is revoked', async () => {
    const { id, whole, kept } = await replacedInPart();
    await world.declare(id);
    await world.reverse('in-part');
    expect(await bonus()).toBe(0);
    expect(world.ownTrip(id)).toMatchObject({ state: 'elsewhere', bonus: 0, replaced: null });
    expect(kept).toBeLessThan(whole);
    expect(await world.revoke(id)).toMatchObject({ paidBonus: whole });
    expect(world.ownTrip(id)).toMatchObject({ state: 'paid', bonus: whole });
    expect(await bonus()).toBe(whole);
  });

  test('and of another one only when neither stands any more', async () => {
    const { id, whole } = await replacedInPart();
    await send('second', 30);
    await world.declare(id);
    await world.reverse('in-part');
    await world.revoke(id);
    expect(await bonus()).toBe(whole - 2 * SHORT_RIDE_GRAMS);
    await world.reverse('second');
    expect(await bonus()).toBe(whole);
  });

  test('owes what it has kept and its rider has used', async () => {
    const { id, kept } = await replacedInPart();
    await world.hold(ACCOUNT, kept, 3_600_000);
    await world.declare(id);
    expect((await world.balance(ACCOUNT)).bonus).toMatchObject({ held: kept, debt: kept });
  });

  test('is taken back by staff, and stays so whatever becomes of the ride', async () => {
    const { id } = await replacedInPart();
    const payload = { entryKey: id, uid: RIDER, tripId: null, agreeing: 2 };
    const context = { approvalId: 'a', requesterId: 'r', deciderIds: ['d'], nowMs: world.nowMs };
    const process = world.process();
    await process.database.transact(transaction =>
      booksReversalKind.effect(transaction, process, payload, context),
    );
    expect(await bonus()).toBe(0);
    expect(world.ownTrip(id)).toMatchObject({ state: 'refused', bonus: 0 });
    await world.reverse('in-part');
    expect(await bonus()).toBe(0);
  });
});

test('one that keeps its bonus keeps its place among those of its month', async () => {
  const first = await payOwnTrip(world.process(), RIDER, bikeTrip(MORNING, HOUR));
  // So short that it is credited nothing, and takes nothing back.
  await send('nothing', 5, { distanceMetres: 10 });
  expect(world.ownTrip(first._id)).toMatchObject({ state: 'replaced', bonus: first.bonus });
  expect(countedTrips()).toBe(1);
  for (let day = 0; day < MONTH_TRIPS; day += 1) {
    await payOwnTrip(world.process(), RIDER, bikeTrip(at(`2026-11-0${day + 5}T08:00:00`)));
  }
  expect(countedTrips()).toBe(MONTH_TRIPS);
});
