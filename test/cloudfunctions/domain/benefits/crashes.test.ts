import { judgeBenefit, orderBenefit, returnBenefits } from '../../../../cloudfunctions/domain/benefits';
import { exampleOffers } from '../../../../cloudfunctions/domain/benefits/seed';
import { type Benefit, benefits } from '../../../../cloudfunctions/domain/benefits/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { dieAnywhere, type Process } from '../expiry/die-anywhere';
import { DAY_MS, TimeWorld } from '../expiry/time-world';

const [offer] = exampleOffers;
const RIDER = 'user:ann';

/** A rider with credits of both kinds and a card of the offer's partner. */
class BenefitWorld extends TimeWorld {
  constructor() {
    super();
    this.documents.of('benefit_offers').set(offer!._id, JSON.stringify(offer));
    const card = { _id: 'card', partnerId: offer!.partnerId, uid: 'ann', label: '0001' };
    this.documents.of('rider_tokens').set(card._id, JSON.stringify(card));
  }

  override copy(): BenefitWorld {
    const copy = new BenefitWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  order(process: Platform = this.process()) {
    const order = { uid: 'ann', offerId: offer!._id, bindingId: 'card', price: offer!.price };
    return orderBenefit(process, order, { key: 'benefits.order:ann:1', hash: 'h' });
  }

  benefit(): Benefit {
    return this.documents.all(benefits)[0]!;
  }

  judge(ending: 'give' | 'refuse', process: Platform = this.process()) {
    const { partnerId, _id: benefitId } = this.benefit();
    return judgeBenefit(process, { partnerId, benefitId, ending, note: 'Q-1' });
  }
}

async function rich(): Promise<BenefitWorld> {
  const world = new BenefitWorld();
  await world.bonus(RIDER, offer!.price - 100);
  await world.ride(RIDER, offer!.price);
  return world;
}

async function ordered(passMs = 0): Promise<BenefitWorld> {
  const world = await rich();
  await world.order();
  world.nowMs += passMs;
  return world;
}

test.each<[string, () => Promise<BenefitWorld>, (one: BenefitWorld, process: Process) => Promise<unknown>]>([
  ['an order', rich, (one, process) => one.order(process)],
  ['a confirmation', ordered, (one, process) => one.judge('give', process)],
  ['a refusal', ordered, (one, process) => one.judge('refuse', process)],
  [
    'the job that brings back what nobody confirmed',
    () => ordered(DAY_MS + 2 * 60_000),
    (one, process) => one.run(returnBenefits, process),
  ],
])('%s: killed at any call and done again it leaves the same', async (_name, begin, act) => {
  expect(await dieAnywhere(await begin(), act)).toBeGreaterThan(5);
});

test.each([
  ['a confirmation', 'give', 'given'],
  ['a refusal', 'refuse', 'refused'],
] as const)(
  'what died in %s is ended as that by the job, also without a word more',
  async (_name, ending, state) => {
    const start = await ordered();
    const calm = start.copy();
    const process = calm.process();
    await calm.judge(ending, process);
    for (let call = 0; call < process.database.calls; call += 1) {
      const world = start.copy();
      const killed = world.process();
      killed.database.killAt = { call, when: 'after' };
      await world.judge(ending, killed).catch(() => undefined);
      const isBooked = world.entries(`benefit-${state}`).length === 1;
      world.nowMs += DAY_MS + 2 * 60_000;
      await world.run(returnBenefits);
      expect(world.benefit().state).toBe(isBooked ? state : 'returned');
      expect(await world.faults()).toEqual([]);
    }
  },
);
