import { personalParts as claimParts } from '../../../../cloudfunctions/domain/claims';
import { closeUser } from '../../../../cloudfunctions/domain/ledger';
import { personalParts as ownTripParts } from '../../../../cloudfunctions/domain/own-trips';
import { personalParts as rideParts } from '../../../../cloudfunctions/domain/rides';
import { trips } from '../../../../cloudfunctions/domain/rides/store';
import * as fc from '../../../support/fast-check';
import { OrderWorld, step } from './order-world';
import { ACCOUNT, RIDER } from './scheme-world';

const WITHOUT_END = Number.MAX_SAFE_INTEGER;
const ABOUT_RIDER = ['rider_days', 'own_trips', 'own_trip_months', 'scheme_claims'];

async function forget(world: OrderWorld): Promise<void> {
  for (const part of [...rideParts, ...ownTripParts, ...claimParts])
    expect(await part.forget?.(world.process(), RIDER, WITHOUT_END)).toBe(true);
}

test('whatever came before, a closed account leaves the books sound, also when all its rides are taken back', async () => {
  const history = fc.array(step, { minLength: 8, maxLength: 24 });
  const whenReversed = fc.constantFrom('never', 'closed', 'closed', 'forgotten');
  const property = fc.asyncProperty(history, whenReversed, async (steps, when) => {
    const world = new OrderWorld();
    for (const one of steps) await world.take(one);
    const tickets = world.documents.all(trips).map(({ evidence }) => evidence?.ticketId ?? 'none');
    const facts = { parametersVersion: 1, nowMs: world.nowMs, answer: () => null };
    await closeUser(world.process(), ACCOUNT, facts);
    if (when === 'closed') for (const ticketId of tickets) await world.reverse(ticketId);
    await forget(world);
    if (when === 'forgotten') for (const ticketId of tickets) await world.reverse(ticketId);
    expect(await world.findings()).toEqual([]);
    expect(ABOUT_RIDER.flatMap(name => world.documents.all({ name }))).toEqual([]);
    const { carbon, bonus } = await world.balance(ACCOUNT);
    expect([carbon.available, bonus.available, bonus.debt]).toEqual([0, 0, 0]);
  });
  await fc.assert(property, process.env.SOAK ? { numRuns: 1_000 } : { numRuns: 60, seed: 7 });
}, 300_000);
