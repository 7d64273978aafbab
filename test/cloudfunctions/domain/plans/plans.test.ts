import { settlePlans, tellWeeks } from '../../../../cloudfunctions/domain/plans';
import { plans, planWeeks } from '../../../../cloudfunctions/domain/plans/store';
import { DAY_MS } from '../expiry/time-world';
import { beijing } from '../ledger/notation';
import { home, MINUTE_MS, PlanWorld, work } from './plan-world';

let world: PlanWorld;
beforeEach(() => {
  world = new PlanWorld();
});
afterEach(async () => expect(await world.faults()).toEqual([]));

const refused = (code: string) => expect.objectContaining({ code });
const HOUR_MS = 60 * MINUTE_MS;
const settleAfter = async (ms: number) => {
  world.nowMs += ms;
  await world.run(settlePlans);
};

describe('a plan', () => {
  test('says what was estimated when it was made, and waits', async () => {
    expect(await world.keep('one')).toMatchObject({
      state: 'kept',
      day: '2026-11-10',
      mode: 'metro',
      from: '世界之窗',
      to: '购物公园',
      bonus: 0,
      tripId: null,
    });
    await settleAfter(HOUR_MS);
    expect(await world.states()).toEqual(['kept 0']);
  });

  test('is fulfilled by a trip of its day, way and ends that began afterwards, and pays once', async () => {
    const { planId } = await world.keep('one');
    world.trip('ride', { fromMs: world.nowMs + 5 * MINUTE_MS });
    await settleAfter(HOUR_MS);
    await settleAfter(DAY_MS);
    expect(await world.states()).toEqual(['fulfilled 20']);
    expect(await world.balance('user:a')).toMatchObject({
      bonus: { available: 20 },
      carbon: { available: 0 },
    });
    expect(world.entries('plan').map(({ _id, reference }) => [_id, reference.id])).toEqual([
      [`plan:${planId}`, planId],
    ]);
    expect(world.told()).toEqual([
      {
        uid: 'a',
        template: 'plan-fulfilled',
        parameters: { day: '2026-11-10', mode: 'metro', bonus: 20 },
      },
    ]);
  });

  test.each<[string, Parameters<PlanWorld['trip']>[1] | ((world: PlanWorld) => object)]>([
    ['began before the plan was made', at => ({ fromMs: at.nowMs - 1 })],
    ['was on the next day', at => ({ fromMs: at.nowMs + DAY_MS })],
    ['was made another way', at => ({ fromMs: at.nowMs + 1, mode: 'bus' })],
    ['began elsewhere', at => ({ fromMs: at.nowMs + 1, from: { station: '罗湖' } })],
    ['ended elsewhere', at => ({ fromMs: at.nowMs + 1, to: { station: '罗湖' } })],
    ['went the other way round', at => ({ fromMs: at.nowMs + 1, from: work, to: home })],
    ['was somebody else’s', at => ({ fromMs: at.nowMs + 1, uid: 'b' })],
    ['was refused', at => ({ fromMs: at.nowMs + 1, state: 'refused' })],
    ['was taken back', at => ({ fromMs: at.nowMs + 1, state: 'reversed' })],
    ['is of a stop that nobody knows', at => ({ fromMs: at.nowMs + 1, from: { station: '不存在' } })],
  ])('is not fulfilled by a trip that %s, and is missed after three days', async (_, words) => {
    await world.keep('one');
    const trip = typeof words === 'function' ? words(world) : words;
    world.trip('ride', trip as Parameters<PlanWorld['trip']>[1]);
    await settleAfter(HOUR_MS);
    expect(await world.states()).toEqual(['kept 0']);
    world.nowMs = beijing('2026-11-14 00:00') - 1;
    await world.run(settlePlans);
    expect(await world.states()).toEqual(['kept 0']);
    await settleAfter(1);
    expect(await world.states()).toEqual(['missed 0']);
    expect(world.entries('plan')).toEqual([]);
  });

  test('is fulfilled by a record that comes days late', async () => {
    await world.keep('one');
    const fromMs = world.nowMs + HOUR_MS;
    for (let day = 0; day < 3; day += 1) await settleAfter(DAY_MS - HOUR_MS);
    world.trip('ride', { fromMs });
    world.nowMs = beijing('2026-11-14 00:00');
    await world.run(settlePlans);
    expect(await world.states()).toEqual(['fulfilled 20']);
  });

  test('for tomorrow waits for a trip of tomorrow', async () => {
    await world.keep('one', { when: 'tomorrow' });
    world.trip('today', { fromMs: world.nowMs + HOUR_MS });
    await settleAfter(3 * HOUR_MS);
    expect(await world.states()).toEqual(['kept 0']);
    world.trip('tomorrow', { fromMs: beijing('2026-11-11 08:00') });
    await settleAfter(DAY_MS);
    expect(await world.states()).toEqual(['fulfilled 20']);
  });

  test('looked for by its rider is found at once', async () => {
    const { planId } = await world.keep('one');
    expect(await world.check(planId)).toMatchObject({ state: 'kept' });
    world.trip('ride', { fromMs: world.nowMs });
    expect(await world.check(planId)).toMatchObject({ state: 'fulfilled', bonus: 20, tripId: 'ride' });
    expect(await world.check(planId)).toMatchObject({ state: 'fulfilled', bonus: 20 });
    await expect(world.check(planId, 'b')).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('made between points is fulfilled by a ride that begins and ends within a kilometre of them', async () => {
    const from = { name: '家', longitude: 113.97, latitude: 22.54 };
    const to = { name: '公司', longitude: 113.99, latitude: 22.54 };
    await world.keep('one', { from, to, mode: 'shared-bike' });
    const near = { ...from, latitude: 22.548 };
    const far = { ...from, latitude: 22.552 };
    world.trip('far', { fromMs: world.nowMs + 1, mode: 'shared-bike', from: far, to });
    await settleAfter(HOUR_MS);
    expect(await world.states()).toEqual(['kept 0']);
    world.trip('near', { fromMs: world.nowMs, mode: 'shared-bike', from: near, to });
    await settleAfter(HOUR_MS);
    expect(await world.states()).toEqual(['fulfilled 20']);
  });

  test('is fulfilled by a bus whose stop says where it is', async () => {
    await world.keep('one', { mode: 'bus' });
    const stop = { station: '世界之窗公交站', longitude: 113.9744, latitude: 22.5369 };
    world.trip('bus', { fromMs: world.nowMs + 1, mode: 'bus', from: stop as never });
    await settleAfter(HOUR_MS);
    expect(await world.states()).toEqual(['fulfilled 20']);
  });

  test('that is sent again is the same one; another one under its request is refused', async () => {
    const made = await world.keep('one');
    expect(await world.keep('one')).toEqual(made);
    await expect(world.keep('one', { mode: 'bus' })).rejects.toEqual(refused('IDEMPOTENCY_CONFLICT'));
    expect(await world.states()).toHaveLength(1);
  });
});

describe('one trip', () => {
  test('fulfils one plan', async () => {
    await world.keep('one');
    await world.keep('two');
    world.trip('ride', { fromMs: world.nowMs + 1 });
    await settleAfter(HOUR_MS);
    expect((await world.states()).sort()).toEqual(['fulfilled 20', 'kept 0']);
    world.trip('second', { fromMs: world.nowMs });
    await settleAfter(6 * HOUR_MS);
    expect(await world.states()).toEqual(['fulfilled 20', 'fulfilled 20']);
  });

  test('too many of a day pay nothing more, and too many plans are refused', async () => {
    for (let one = 1; one <= 6; one += 1) await world.keep(`plan ${one}`);
    await expect(world.keep('seventh')).rejects.toEqual(refused('PLAN_LIMIT'));
    await world.keep('of tomorrow', { when: 'tomorrow' });
    for (let one = 1; one <= 3; one += 1) world.trip(`ride ${one}`, { fromMs: world.nowMs + one });
    await settleAfter(HOUR_MS);
    expect((await world.states()).filter(state => state.startsWith('fulfilled')).sort()).toEqual([
      'fulfilled 0',
      'fulfilled 20',
      'fulfilled 20',
    ]);
    expect((await world.balance('user:a')).bonus.available).toBe(40);
  });
});

describe('what is given up', () => {
  test('counts as nothing and is not fulfilled any more', async () => {
    const { planId } = await world.keep('one');
    expect(await world.drop(planId)).toMatchObject({ state: 'dropped' });
    expect(await world.drop(planId)).toMatchObject({ state: 'dropped' });
    world.trip('ride', { fromMs: world.nowMs + 1 });
    await settleAfter(5 * DAY_MS);
    expect(await world.states()).toEqual(['dropped 0']);
    await expect(world.drop(planId, 'b')).rejects.toEqual(refused('NOT_FOUND'));
    await expect(world.drop('none')).rejects.toEqual(refused('NOT_FOUND'));
  });

  test('has used up one of the day’s plans', async () => {
    for (let one = 1; one <= 6; one += 1) await world.drop((await world.keep(`plan ${one}`)).planId);
    await expect(world.keep('seventh')).rejects.toEqual(refused('PLAN_LIMIT'));
  });

  test('cannot be what has ended', async () => {
    const { planId } = await world.keep('one');
    world.trip('ride', { fromMs: world.nowMs });
    await world.check(planId);
    await expect(world.drop(planId)).rejects.toEqual(refused('PLAN_CLOSED'));
  });
});

test('of somebody who has withdrawn the consent meanwhile nothing is compared or paid any more', async () => {
  await world.keep('one');
  world.trip('ride', { fromMs: world.nowMs });
  world.agree('a', world.nowMs);
  await settleAfter(HOUR_MS);
  expect(await world.states()).toEqual(['dropped 0']);
  expect(world.entries('plan')).toEqual([]);
});

describe('a trip that is taken back', () => {
  test('within a week takes the bonus with it, and the rider is told', async () => {
    await world.keep('one');
    const fromMs = world.nowMs;
    world.trip('ride', { fromMs });
    await settleAfter(HOUR_MS);
    world.trip('ride', { fromMs, state: 'reversed' });
    await settleAfter(7 * DAY_MS);
    expect(await world.states()).toEqual(['undone 20']);
    expect((await world.balance('user:a')).bonus.available).toBe(0);
    expect(world.told().map(({ template }) => template)).toEqual(['plan-fulfilled', 'plan-undone']);
    expect(world.documents.all(planWeeks)[0]).toMatchObject({ fulfilled: 0 });
    await settleAfter(7 * DAY_MS);
    expect(world.entries('plan-undone')).toHaveLength(1);
  });

  test.each([
    ['in the weeks after, too', 28, 'reversed', 'undone 20'],
    ['or is claimed elsewhere later, too', 28, 'elsewhere', 'undone 20'],
    ['in the months after, too', 73, 'reversed', 'undone 20'],
  ] as const)('%s', async (_name, days, state, shown) => {
    await world.keep('one');
    const fromMs = world.nowMs;
    world.trip('ride', { fromMs });
    await settleAfter(HOUR_MS);
    await settleAfter(7 * DAY_MS);
    if (days > 28) await settleAfter(28 * DAY_MS);
    world.trip('ride', { fromMs, state });
    await settleAfter((days > 28 ? days - 28 : days) * DAY_MS);
    expect(await world.states()).toEqual([shown]);
    expect((await world.balance('user:a')).bonus.available).toBe(0);
  });

  test('only after the plan is thought about for the last time keeps the bonus', async () => {
    await world.keep('one');
    world.trip('ride', { fromMs: world.nowMs });
    await settleAfter(HOUR_MS);
    for (const days of [7, 28, 45]) await settleAfter(days * DAY_MS);
    expect(await world.states()).toEqual(['fulfilled 20']);
    expect(world.documents.all(plans)[0]).toMatchObject({ lookAtMs: null });
  });
});

describe('the week', () => {
  // A Thursday, eight in the morning.
  const windowStartMs = beijing('2026-11-19 08:00');
  const tell = () =>
    tellWeeks.step(world.process(), { windowStartMs, cursor: null, deadlineMs: Number.MAX_SAFE_INTEGER });

  test('before is told of once: what was made, done and missed', async () => {
    expect(windowStartMs % tellWeeks.everyMs).toBe(0);
    await world.keep('one');
    world.trip('ride', { fromMs: world.nowMs });
    const { planId } = await world.keep('two');
    await world.drop(planId);
    world.nowMs = beijing('2026-11-15 20:00');
    await world.keep('sunday');
    await world.keep('of b', { uid: 'b' });
    world.nowMs = windowStartMs;
    await world.run(settlePlans);
    await world.run(settlePlans);
    await tell();
    await tell();
    expect(world.told().filter(({ template }) => template === 'plans-week')).toEqual([
      {
        uid: 'a',
        template: 'plans-week',
        parameters: { week: '2026-11-09', made: 2, fulfilled: 1, missed: 1 },
      },
      {
        uid: 'b',
        template: 'plans-week',
        parameters: { week: '2026-11-09', made: 1, fulfilled: 0, missed: 1 },
      },
    ]);
  });

  test('in which everything was given up, or that is not over, is not told of', async () => {
    const { planId } = await world.keep('one');
    await world.drop(planId);
    world.nowMs = beijing('2026-11-16 08:00');
    await world.keep('this week');
    world.nowMs = windowStartMs;
    await tell();
    expect(world.told()).toEqual([]);
  });
});

test('a plan that cannot be settled holds up no other, and is tried again', async () => {
  await world.keep('one');
  world.nowMs += 1;
  await world.keep('two');
  world.trip('ride', { fromMs: world.nowMs });
  world.trip('second', { fromMs: world.nowMs + 1 });
  world.nowMs += HOUR_MS;
  const process = world.process();
  const transact = process.database.transact.bind(process.database);
  let tries = 0;
  process.database.transact = async work => {
    tries += 1;
    if (tries === 1) throw new Error('no answer');
    return transact(work);
  };
  await world.run(settlePlans, process);
  expect(world.logged).toEqual(['plans.settle-failed']);
  expect((await world.states()).sort()).toEqual(['fulfilled 20', 'kept 0']);
  await settleAfter(6 * HOUR_MS);
  expect(await world.states()).toEqual(['fulfilled 20', 'fulfilled 20']);
});
