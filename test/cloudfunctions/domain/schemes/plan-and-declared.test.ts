import { CURRENT_POLICY_VERSION } from '../../../../cloudfunctions/contract/riders';
import { checkPlan, keepPlan, listPlans, settlePlans } from '../../../../cloudfunctions/domain/plans';
import { riders } from '../../../../cloudfunctions/domain/riders/store';
import { DAY_MS } from '../expiry/time-world';
import { at } from '../own-trips/own-trip';
import { ACCOUNT, RIDER, SchemeWorld } from './scheme-world';

const BONUS = 20;

/** A plan that was kept, and the signed ride that fulfilled it. */
async function fulfilled() {
  const world = new SchemeWorld({ dayCapGrams: 10_000, monthCapGrams: 50_000 });
  const consents = [{ policyVersion: CURRENT_POLICY_VERSION, givenAtMs: 1, withdrawnAtMs: null }];
  const rider = { _id: RIDER, createdAtMs: 1, consents, lastBoundAtMs: null, unbindDueUpToMs: null };
  world.documents.of(riders.name).set(RIDER, JSON.stringify(rider));
  world.nowMs = at('2026-11-09T07:00:00');
  const ends = { from: { station: '罗湖' }, to: { station: '国贸' } };
  const plan = { uid: RIDER, city: 'shenzhen', mode: 'metro', when: 'today' as const, ...ends };
  const { planId } = await keepPlan(world.process(), plan, { key: `plans.keep:${RIDER}:1`, hash: 'h' });
  world.nowMs = at('2026-11-09T09:00:00');
  await world.deliver({ ticketId: 'planned', fromMs: at('2026-11-09T08:00:00'), minutes: 5, to: '国贸' });
  const checked = await checkPlan(world.process(), { uid: RIDER, planId });
  expect(checked).toMatchObject({ state: 'fulfilled', bonus: BONUS });
  return world;
}

const stateOf = async (world: SchemeWorld): Promise<[state: string, bonus: number]> => {
  const { plans } = await listPlans(world.process(), { uid: RIDER, cursor: null, limit: 1 });
  const { bonus } = await world.balance(ACCOUNT);
  return [plans[0]!.state, bonus.available];
};

test.each([1, 40, 85])(
  'a ride declared %i days after it fulfilled a plan takes its bonus with it',
  async days => {
    const world = await fulfilled();
    for (let day = 0; day < days; day += 1) {
      world.nowMs += DAY_MS;
      await world.run(settlePlans);
    }
    expect(await stateOf(world)).toEqual(['fulfilled', BONUS]);
    const { _id: tripId } = world.rideOf('planned');
    await world.declare(tripId);
    await world.run(settlePlans);
    expect(await stateOf(world)).toEqual(['undone', 0]);
    await world.revoke(tripId);
    world.nowMs += DAY_MS;
    await world.run(settlePlans);
    expect(await stateOf(world)).toEqual(['undone', 0]);
    expect(await world.problems()).toEqual([]);
  },
);
