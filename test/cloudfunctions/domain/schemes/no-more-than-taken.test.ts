import { at, bikeTrip, payOwnTrip } from '../own-trips/own-trip';
import { ACCOUNT, RIDER, SchemeWorld } from './scheme-world';

const DAY_CAP_GRAMS = 900;
const MONTH_CAP_GRAMS = 1_000;
const tight = () => new SchemeWorld({ dayCapGrams: DAY_CAP_GRAMS, monthCapGrams: MONTH_CAP_GRAMS });
const wide = () => new SchemeWorld({ dayCapGrams: 100_000, monthCapGrams: 100_000 });

const ride = (ticketId: string, beijing: string) => ({
  ticketId,
  fromMs: at(beijing),
  minutes: 40,
  distanceMetres: 12_000,
});
const RIDE_GRAMS = Math.floor((46_700 * 12_000) / 1_000_000);

/** Months of expiry of what the rider has. */
const monthsOf = async (world: SchemeWorld, kind: 'carbon' | 'bonus'): Promise<string[]> =>
  Object.keys((await world.balance(ACCOUNT))[kind].availableByExpiry);

describe('revoking a declaration', () => {
  test('gives a ride that was cut by a cap no more than was taken, however long ago its month was', async () => {
    const world = tight();
    world.nowMs = at('2026-11-10T08:00:00');
    await world.deliver(ride('whole', '2026-11-08T10:00:00'));
    await world.deliver(ride('cut', '2026-11-09T10:00:00'));
    const { _id: tripId } = world.rideOf('cut');
    expect(world.rideOf('cut')).toMatchObject({
      creditedGrams: MONTH_CAP_GRAMS - RIDE_GRAMS,
      cappedBy: 'month',
    });
    for (const month of ['2026-12', '2027-01', '2027-02', '2027-03', '2027-04']) {
      world.nowMs = at(`${month}-10T08:00:00`);
      await world.deliver(ride(month, `${month}-09T10:00:00`));
    }
    await world.declare(tripId);
    await world.revoke(tripId);
    expect(world.rideOf('cut')).toMatchObject({
      state: 'credited',
      creditedGrams: MONTH_CAP_GRAMS - RIDE_GRAMS,
      cappedBy: 'month',
    });
    expect(await world.problems()).toEqual([]);
  });

  test('does not make a ride’s credits last longer', async () => {
    const world = wide();
    world.nowMs = at('2026-11-10T08:00:00');
    await world.deliver(ride('old', '2026-11-09T10:00:00'));
    expect(await monthsOf(world, 'carbon')).toEqual(['2028-11']);
    world.nowMs = at('2028-10-10T08:00:00');
    for (let round = 0; round < 2; round += 1) {
      await world.declare(world.rideOf('old')._id);
      await world.revoke(world.rideOf('old')._id);
    }
    expect(await monthsOf(world, 'carbon')).toEqual(['2028-11']);
    expect(await world.problems()).toEqual([]);
  });

  test('nor those of an own trip', async () => {
    const world = wide();
    world.nowMs = at('2026-11-10T08:00:00');
    const own = await payOwnTrip(world.process(), RIDER, bikeTrip(at('2026-11-09T08:00:00')));
    world.nowMs = at('2028-10-10T08:00:00');
    for (let round = 0; round < 2; round += 1) {
      await world.declare(own._id);
      await world.revoke(own._id);
    }
    expect(await monthsOf(world, 'bonus')).toEqual(['2028-11']);
    expect(await world.problems()).toEqual([]);
  });

  test('leaves what had expired meanwhile until the end of the month', async () => {
    const world = wide();
    world.nowMs = at('2026-11-10T08:00:00');
    await world.deliver(ride('late', '2026-11-09T10:00:00'));
    await world.declare(world.rideOf('late')._id);
    world.nowMs = at('2029-03-10T08:00:00');
    await world.revoke(world.rideOf('late')._id);
    expect(await monthsOf(world, 'carbon')).toEqual(['2029-03']);
    expect(await world.problems()).toEqual([]);
  });
});
