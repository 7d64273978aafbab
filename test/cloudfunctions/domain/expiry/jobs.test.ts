import { announceExpiry, expireMonths, lapseHolds } from '../../../../cloudfunctions/domain/expiry';
import { notices } from '../../../../cloudfunctions/domain/inbox/store';
import type { Job } from '../../../../cloudfunctions/domain/jobs';
import { type ExpiryPlace, findExpiring, postHold, voidHold } from '../../../../cloudfunctions/domain/ledger';
import { beijing } from '../ledger/notation';
import { Killed } from '../seals/seal-database';
import { DAY_MS, TimeWorld } from './time-world';

let world: TimeWorld;
beforeEach(() => {
  world = new TimeWorld();
});
afterEach(async () => expect(await world.faults()).toEqual([]));

const shared = () => ({ parametersVersion: 1, nowMs: world.nowMs, reason: 'test', answer: () => null });
const accountsOf = (reason: string) => world.entries(reason).map(({ account }) => account);
/** What somebody was told, in the order of telling: month, carbon, bonus. */
const toldTo = (uid: string) =>
  world.documents
    .all(notices)
    .filter(notice => notice.uid === uid)
    .map(({ parameters: { month, carbon, bonus } }) => `${month} ${carbon} ${bonus}`);

/**
 * The job is killed before or after the effect of every single call; the run that comes next, or two at once, leave the
 * same documents as a run that nothing happened to.
 */
async function survives(job: Job): Promise<void> {
  const before = world;
  world = before.copy();
  const calm = world.process();
  await world.run(job, calm);
  const contents = () =>
    [...world.documents.snapshot()].map(([name, texts]) => [name, [...texts.keys()].sort()]).sort();
  const wanted = contents();
  expect(calm.database.calls).toBeGreaterThan(3);
  for (let call = 0; call < calm.database.calls; call += 1) {
    for (const when of ['before', 'after'] as const) {
      world = before.copy();
      const killed = world.process();
      killed.database.killAt = { call, when };
      await world.run(job, killed).catch((error: unknown) => expect(error).toBeInstanceOf(Killed));
      await world.run(job);
      await world.run(job);
      expect({ call, when, contents: contents() }).toEqual({ call, when, contents: wanted });
    }
  }
}

describe('holds past their deadline', () => {
  test('come back, those that may still be posted stay', async () => {
    for (const user of ['user:a', 'user:b']) await world.bonus(user, 10);
    await world.hold('user:a', 6, DAY_MS);
    await world.hold('user:b', 4, 2 * DAY_MS);
    world.nowMs += DAY_MS;
    await world.run(lapseHolds);
    expect((await world.balance('user:a')).bonus.held).toBe(6);
    world.nowMs += 1;
    await world.run(lapseHolds);
    expect(accountsOf('hold-lapsed')).toEqual(['user:a']);
    expect((await world.balance('user:a')).bonus).toMatchObject({ available: 10, held: 0 });
    expect((await world.balance('user:b')).bonus.held).toBe(4);
  });

  test('of many riders come back in steps, and of one rider all at once', async () => {
    for (let user = 0; user < 45; user += 1) {
      const account = `user:${String(user).padStart(2, '0')}`;
      await world.bonus(account, 10);
      await world.hold(account, 1, DAY_MS + user, `first ${account}`);
      await world.hold(account, 1, DAY_MS + 50, `second ${account}`);
    }
    world.nowMs += DAY_MS + 51;
    expect(await world.run(lapseHolds)).toBe(3);
    expect(accountsOf('hold-lapsed')).toHaveLength(90);
  });

  test('that somebody else ends meanwhile are nothing to be concerned about', async () => {
    await world.bonus('user:a', 10);
    await world.hold('user:a', 6, DAY_MS);
    world.nowMs += DAY_MS + 1;
    const process = world.process();
    const find = process.database.find.bind(process.database);
    process.database.find = async (collection, request) => {
      const found = await find(collection, request);
      // Posted by somebody whose clock is behind: for him the deadline is still to come.
      const facts = { ...shared(), nowMs: world.nowMs - 5_000 };
      if (collection.name === 'ledger_accounts')
        await postHold(world.process(5_000), 'user:a', { key: 'hold user:a', bonusTo: 'merchant:m' }, facts);
      return found;
    };
    await world.run(lapseHolds, process);
    expect(world.entries('hold-lapsed')).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  test('that cannot be voided hold up nobody, and are tried again', async () => {
    for (let user = 0; user < 30; user += 1) {
      await world.bonus(`user:${user}`, 10);
      await world.hold(`user:${user}`, 6, DAY_MS + user);
    }
    world.nowMs += 2 * DAY_MS;
    const process = world.process();
    const transact = process.database.transact.bind(process.database);
    let failures = 25;
    process.database.transact = async work => {
      failures -= 1;
      if (failures >= 0) throw new Error('no answer');
      return transact(work);
    };
    await world.run(lapseHolds, process);
    expect(world.entries('hold-lapsed')).toHaveLength(5);
    expect(world.logged).toEqual(Array(25).fill('expiry.lapse-failed'));
    await world.run(lapseHolds);
    expect(world.entries('hold-lapsed')).toHaveLength(30);
  });

  test('of a month that has passed meanwhile expire as they come back', async () => {
    await world.bonus('user:a', 10);
    world.nowMs = beijing('2028-11-30 23:40');
    await world.hold('user:a', 6, 10 * 60_000);
    world.nowMs = beijing('2028-12-01 00:00');
    await world.run(expireMonths);
    await world.run(lapseHolds);
    expect((await world.balance('user:a')).bonus).toMatchObject({ available: 0, held: 0 });
    expect(world.entries('hold-lapsed')[0]!.postings.map(({ destination }) => destination)).toEqual([
      'sink:expired',
    ]);
  });

  test('are voided once, wherever the job is killed, and however often it runs', async () => {
    await world.bonus('user:a', 10);
    await world.hold('user:a', 6, DAY_MS);
    await world.hold('user:a', 2, DAY_MS, 'second');
    world.nowMs += DAY_MS + 1;
    await survives(lapseHolds);
  });
});

describe('months that have passed', () => {
  test('a credit counts to the last second of its month by Beijing’s clock, and is booked out after it', async () => {
    await world.bonus('user:a', 10);
    await world.ride('user:a', 20);
    world.nowMs = beijing('2028-12-01 00:00') - 1;
    await world.run(expireMonths);
    expect(world.entries('expired')).toEqual([]);
    expect(await world.balance('user:a')).toMatchObject({
      carbon: { available: 20 },
      bonus: { available: 10 },
    });
    world.nowMs += 1;
    // By rule first, the job comes when it comes.
    expect(await world.balance('user:a')).toMatchObject({
      carbon: { available: 0 },
      bonus: { available: 0 },
    });
    await world.run(expireMonths);
    const [entry] = world.entries('expired');
    expect(entry).toMatchObject({ _id: 'expired:a:2028-11', day: '2028-12-01' });
    expect(entry!.postings.map(({ destination }) => destination)).toEqual([
      'sink:expired',
      'pool-intake:2028-12-01',
    ]);
  });

  test('several of one rider are an entry each, and held lots stay', async () => {
    await world.bonus('user:a', 10);
    world.nowMs = beijing('2026-12-10 08:00');
    await world.bonus('user:a', 5, 'later');
    await world.hold('user:a', 4, 1_000 * DAY_MS);
    world.nowMs = beijing('2029-01-01 00:00');
    await world.run(expireMonths);
    expect(world.entries('expired').map(({ _id }) => _id)).toEqual([
      'expired:a:2028-11',
      'expired:a:2028-12',
    ]);
    expect((await world.balance('user:a')).bonus).toMatchObject({ available: 0, held: 4 });
  });

  test('a process whose clock is behind gives nothing away that has expired for another', async () => {
    await world.bonus('user:a', 10);
    world.nowMs = beijing('2028-12-01 00:00');
    await world.run(expireMonths);
    await world.run(expireMonths, world.process(10_000));
    world.nowMs -= 10_000;
    await expect(world.hold('user:a', 1, DAY_MS)).rejects.toMatchObject({ code: 'INSUFFICIENT_CREDITS' });
    expect(world.entries('expired')).toHaveLength(1);
  });

  test('a void after the month gives nothing back, by whichever clock', async () => {
    await world.bonus('user:a', 10);
    world.nowMs = beijing('2028-11-30 23:59');
    await world.hold('user:a', 6, DAY_MS);
    world.nowMs = beijing('2028-12-01 00:00');
    await world.run(expireMonths);
    world.nowMs -= 1_000;
    await voidHold(world.process(), 'user:a', 'hold user:a', shared());
    expect((await world.balance('user:a')).bonus).toMatchObject({ available: 0, held: 0 });
  });

  test('of many riders are booked out in steps, whoever cannot be is passed by', async () => {
    for (let user = 0; user < 45; user += 1) await world.bonus(`user:${user}`, 1);
    world.nowMs = beijing('2028-12-01 00:00');
    const process = world.process();
    const transact = process.database.transact.bind(process.database);
    let tries = 0;
    process.database.transact = async work => {
      tries += 1;
      if (tries <= 21) throw new Error('no answer');
      return transact(work);
    };
    expect(await world.run(expireMonths, process)).toBe(4);
    expect(world.entries('expired')).toHaveLength(24);
    await world.run(expireMonths);
    expect(world.entries('expired')).toHaveLength(45);
  });

  test('stop when the time is over and go on from there', async () => {
    for (let user = 0; user < 3; user += 1) await world.bonus(`user:${user}`, 1);
    world.nowMs = beijing('2028-12-01 00:00');
    expect(await world.run(expireMonths, world.process(), world.nowMs)).toBe(4);
    expect(world.entries('expired')).toHaveLength(3);
  });

  test('are booked out once, wherever the job is killed, and however often it runs', async () => {
    await world.bonus('user:a', 10);
    await world.ride('user:b', 10);
    world.nowMs = beijing('2028-12-01 00:00');
    await survives(expireMonths);
  });
});

test('a walk along months and riders passes nobody by, however short its steps', async () => {
  await world.bonus('user:a', 1);
  await world.bonus('user:b', 2);
  world.nowMs = beijing('2026-12-01 00:00');
  await world.bonus('user:c', 3);
  await world.bonus('user:b', 4, 'later');
  const months = ['2028-11', '2028-12'];
  let after: ExpiryPlace | null = null;
  const seen: unknown[] = [];
  for (;;) {
    const [found] = await findExpiring(world.process(), months, 1, after);
    if (!found) break;
    seen.push([found.accountId, ...found.months.map(({ month, amounts }) => `${month} ${amounts.bonus}`)]);
    after = { month: found.nextExpiryOn, accountId: found.accountId };
  }
  expect(seen).toEqual([
    ['user:a', '2028-11 1', '2028-12 0'],
    ['user:b', '2028-11 2', '2028-12 4'],
    ['user:c', '2028-11 0', '2028-12 3'],
  ]);
});

describe('who has credits that end soon', () => {
  const on = async (text: string) => {
    world.nowMs = beijing(text);
    await world.run(expireMonths);
    await world.run(announceExpiry);
  };

  test('is told 30 and 7 days before, at eight in the morning, once each', async () => {
    await world.bonus('user:a', 10);
    await world.ride('user:a', 20);
    await on('2028-10-30 08:00');
    expect(toldTo('a')).toEqual([]);
    await on('2028-10-31 08:00');
    expect(toldTo('a')).toEqual(['2028-11 20 10']);
    await on('2028-11-01 08:00');
    await on('2028-11-22 08:00');
    expect(toldTo('a')).toHaveLength(1);
    await world.hold('user:a', 4, 100 * DAY_MS);
    await on('2028-11-23 08:00');
    expect(toldTo('a')).toEqual(['2028-11 20 10', '2028-11 20 6']);
    for (const day of ['24', '29', '30']) await on(`2028-11-${day} 08:00`);
    await on('2028-12-01 08:00');
    expect(toldTo('a')).toHaveLength(2);
  });

  test('is told later where the job could not be there on the day', async () => {
    await world.bonus('user:a', 10);
    await on('2028-11-15 08:00');
    await on('2028-11-28 08:00');
    expect(toldTo('a')).toHaveLength(2);
  });

  test('is told of the month after a short one as well, though something ends before', async () => {
    world.nowMs = beijing('2025-01-10 08:00');
    await world.bonus('user:a', 1);
    world.nowMs = beijing('2025-02-10 08:00');
    await world.bonus('user:a', 2, 'february');
    await on('2027-01-24 08:00');
    await on('2027-01-29 08:00');
    expect(toldTo('a')).toEqual(['2027-01 0 1', '2027-02 0 2']);
  });

  test('and who has not is told nothing', async () => {
    await world.bonus('user:spent', 10);
    await world.hold('user:spent', 10, 1_000 * DAY_MS);
    world.nowMs = beijing('2026-12-10 08:00');
    await world.bonus('user:later', 10);
    await on('2028-11-01 08:00');
    expect(world.documents.all(notices)).toEqual([]);
  });

  test('is told in steps of a hundred, two jobs at once or not', async () => {
    for (let user = 0; user < 230; user += 1) await world.bonus(`user:${user}`, 1);
    world.nowMs = beijing('2028-11-01 08:00');
    const [steps] = await Promise.all([world.run(announceExpiry), world.run(announceExpiry)]);
    expect(steps).toBe(3);
    expect(world.documents.all(notices)).toHaveLength(230);
  });

  test('is told once, wherever the job is killed, and however often it runs', async () => {
    for (const user of ['user:a', 'user:b']) await world.bonus(user, 10);
    world.nowMs = beijing('2028-11-01 08:00');
    await survives(announceExpiry);
  });
});
