import { STEPS_CONSENT_VERSION } from '../../../../cloudfunctions/contract/steps';
import type { Entry } from '../../../../cloudfunctions/domain/ledger';
import { settlePlans } from '../../../../cloudfunctions/domain/plans';
import { giveStepsConsent, syncSteps } from '../../../../cloudfunctions/domain/steps';
import { checkBonus } from '../../../../cloudfunctions/domain/verification/check-bonus';
import { bikeTrip, payOwnTrip } from '../own-trips/own-trip';
import { MINUTE_MS, PlanWorld } from '../plans/plan-world';

/** A rider with an own trip, steps and a plan that were paid. */
class PaidWorld extends PlanWorld {
  override copy(): PaidWorld {
    const copy = new PaidWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  async pay(): Promise<void> {
    const platform = this.process();
    await payOwnTrip(platform, 'a', bikeTrip(this.nowMs - 60 * MINUTE_MS), 'one');
    const request = (key: string) => ({ key, hash: key });
    const version = STEPS_CONSENT_VERSION;
    await giveStepsConsent(platform, { uid: 'a', version, isFourteen: true, request: request('agree') });
    const timestamp = Date.parse('2026-11-10T00:00:00+08:00') / 1_000;
    const openData = async () => ({ isOpen: true, data: { stepInfoList: [{ timestamp, step: 5_000 }] } });
    await syncSteps({ ...platform, openData } as typeof platform, {
      uid: 'a',
      cloudId: 'c',
      request: request('steps.sync:a:1'),
    });
    await this.keep('plan');
    this.trip('ride', { fromMs: this.nowMs });
    this.nowMs += 30 * MINUTE_MS;
    await this.run(settlePlans);
  }

  ledger(): Entry[] {
    return this.documents.all<Entry>({ name: 'ledger_entries' });
  }

  /** Changes what stands in the only document of a collection. */
  change(collection: string, change: object): void {
    const [[id, text]] = [...this.documents.of(collection)] as [[string, string]];
    this.documents.of(collection).set(id, JSON.stringify({ ...JSON.parse(text), ...change }));
  }

  async problems(): Promise<string[]> {
    const found = await checkBonus(this.process(), this.ledger());
    return found.map(({ code, key, problem }) => `${code} ${key?.split(':')[0]} ${problem}`);
  }
}

let paid: PaidWorld;
beforeAll(async () => {
  paid = new PaidWorld();
  await paid.pay();
  expect(
    paid
      .ledger()
      .map(({ reason }) => reason)
      .sort(),
  ).toEqual(['own-trip', 'plan', 'steps']);
});

test('what was paid as it is written is sound, also once it has been forgotten', async () => {
  expect(await paid.problems()).toEqual([]);
  const world = paid.copy();
  for (const name of ['own_trips', 'plans', 'step_books']) world.documents.of(name).clear();
  expect(await world.problems()).toEqual([]);
});

test.each<[string, string, object, string]>([
  ['an own trip of fewer grams', 'own_trips', { grams: 60 }, 'half of its trip’s grams is 30'],
  ['an own trip of another rider', 'own_trips', { uid: 'b' }, 'another rider'],
  ['an own trip that was never paid', 'own_trips', { payments: 0, bonus: 0 }, 'does not know this payment'],
  ['an own trip with more than it was paid', 'own_trips', { bonus: 51 }, 'has 51 of 50'],
  ['steps that were fewer', 'step_books', { days: [{ day: '2026-11-10', steps: 50, credits: 1 }] }, 'paid 1'],
  ['a plan with a smaller bonus', 'plans', { bonus: 1 }, 'was paid 1'],
  ['a plan that names no entry', 'plans', { entryKey: null }, 'names the entry null'],
  ['a plan of another rider', 'plans', { uid: 'b' }, 'another rider'],
])('%s is found', async (_name, collection, change, problem) => {
  const world = paid.copy();
  world.change(collection, change);
  const [found, ...others] = await world.problems();
  expect(found?.replaceAll("'", '’')).toContain(problem);
  expect(others).toEqual([]);
});

test('a mint that nothing is paid from, and steps without a day, are found', async () => {
  const world = paid.copy();
  const [entry] = world.ledger().filter(({ reason }) => reason === 'steps');
  const forge = (change: object) => checkBonus(world.process(), [{ ...entry!, ...change } as Entry]);
  const [posting] = entry!.postings;
  const [unknown] = await forge({ postings: [{ ...posting!, source: 'mint:gift' }] });
  expect(unknown?.problem).toContain('mint:gift');
  const [dayless] = await forge({ reference: { type: 'steps', id: 'always' } });
  expect(dayless?.problem).toContain('without naming days');
  const [tripless] = await forge({ postings: [{ ...posting!, source: 'mint:own-trip' }] });
  expect(tripless?.problem).toContain('without naming a trip');
});
