import { listDonations, listFunds, postDonations } from '../../../../cloudfunctions/domain/donations';
import { expireMonths, lapseHolds } from '../../../../cloudfunctions/domain/expiry';
import { closeUser, setPayingOut } from '../../../../cloudfunctions/domain/ledger';
import { DAY_MS } from '../expiry/time-world';
import { beijing } from '../ledger/notation';
import { DonationWorld, fundId, MINUTE_MS } from './donation-world';

let world: DonationWorld;
beforeEach(async () => {
  world = new DonationWorld();
  await world.bonus('user:a', 50);
  await world.ride('user:a', 100);
});
afterEach(async () => expect(await world.faults()).toEqual([]));

const refused = (code: string) => expect.objectContaining({ code });
const merchant = async () => (await world.balance(`merchant:fund-${fundId}`)).bonus.available;
const given = async () => {
  world.nowMs += 31 * MINUTE_MS;
  await world.run(postDonations);
};

describe('a donation', () => {
  test('is held for half an hour, then bonus is the fund’s and carbon goes where all carbon goes', async () => {
    const made = await world.give('a', 80);
    expect(made).toMatchObject({
      donationId: 'give a',
      state: 'held',
      amounts: { carbon: 30, bonus: 50 },
      thinkUntilMs: world.nowMs + 30 * MINUTE_MS,
    });
    expect(await world.balance('user:a')).toMatchObject({
      carbon: { available: 70, held: 30 },
      bonus: { available: 0, held: 50 },
    });
    world.nowMs += 30 * MINUTE_MS;
    await world.run(postDonations);
    expect(await world.shown('a')).toEqual(['give a: held']);
    world.nowMs += MINUTE_MS;
    await world.run(postDonations);
    expect(await world.shown('a')).toEqual(['give a: given']);
    expect(await merchant()).toBe(50);
    expect((await world.balance('user:a')).carbon).toMatchObject({ available: 70, held: 0 });
    expect(world.entries('donation-given')[0]!.postings.map(({ destination }) => destination)).toEqual([
      `merchant:fund-${fundId}`,
      'pool-intake:2026-11-17',
    ]);
    expect(world.told()).toEqual([{ uid: 'a', template: 'donation-given' }]);
  });

  test('can be of one kind only', async () => {
    const { donate } = await import('../../../../cloudfunctions/domain/donations');
    const request = { uid: 'a', fundId, amount: 60, kind: 'carbon' as const };
    const made = await donate(world.process(), request, { key: 'carbon', hash: 'h' });
    expect(made.amounts).toEqual({ carbon: 60, bonus: 0 });
    const tooMuch = { ...request, kind: 'bonus' as const };
    await expect(donate(world.process(), tooMuch, { key: 'bonus', hash: 'h' })).rejects.toEqual(
      refused('INSUFFICIENT_CREDITS'),
    );
  });

  test('gives back the same credits when it is taken back in time, and is told nobody', async () => {
    const before = await world.balance('user:a');
    await world.give('a', 80);
    world.nowMs += 29 * MINUTE_MS;
    expect(await world.takeBack('a')).toMatchObject({ state: 'taken-back', endedAtMs: world.nowMs });
    expect(await world.balance('user:a')).toEqual(before);
    await given();
    expect(await world.shown('a')).toEqual(['give a: taken-back']);
    expect(world.told()).toEqual([]);
  });

  test('that has been given cannot be taken back, nor one that was taken back', async () => {
    await world.give('a', 80);
    await given();
    await expect(world.takeBack('a')).rejects.toEqual(refused('HOLD_CLOSED'));
    await world.give('a', 20, 'second');
    await world.takeBack('a', 'second');
    await expect(world.takeBack('a', 'second', 'another request')).rejects.toEqual(refused('HOLD_CLOSED'));
  });

  test('of somebody else cannot be taken back and looks like none', async () => {
    await world.give('a', 80);
    await expect(world.takeBack('b', 'give a')).rejects.toEqual(refused('NOT_FOUND'));
    await expect(world.takeBack('a', 'none')).rejects.toEqual(refused('NOT_FOUND'));
    expect(await world.shown('a')).toEqual(['give a: held']);
  });

  test('is the same one when the request comes again, whatever has become of it and of the fund', async () => {
    const made = await world.give('a', 80);
    await given();
    const fund = JSON.parse(world.documents.of('donation_funds').get(fundId)!);
    world.documents.of('donation_funds').set(fundId, JSON.stringify({ ...fund, isOpen: false }));
    expect(await world.give('a', 80)).toEqual(made);
    await expect(world.give('a', 81)).rejects.toEqual(refused('IDEMPOTENCY_CONFLICT'));
    await expect(world.give('a', 1, 'new')).rejects.toEqual(refused('NOT_FOUND'));
    const taken = await world.takeBack('a', 'give a').catch(({ code }) => code);
    expect(taken).toBe('HOLD_CLOSED');
  });

  test('of more than there is, and a 21st one at once, are refused and leave nothing', async () => {
    await expect(world.give('a', 151)).rejects.toEqual(refused('INSUFFICIENT_CREDITS'));
    for (let one = 0; one < 20; one += 1) await world.give('a', 1, `small ${one}`);
    await expect(world.give('a', 1, 'too many')).rejects.toEqual(refused('TOO_MANY_HOLDS'));
    expect(await world.shown('a')).toHaveLength(20);
  });

  test('over the end of a month is given, though its credits’ month has passed; taken back it is gone', async () => {
    world.nowMs = beijing('2028-11-30 23:50');
    await world.give('a', 80);
    await world.give('a', 20, 'second');
    world.nowMs = beijing('2028-12-01 00:00');
    await world.run(expireMonths);
    await world.takeBack('a', 'second');
    expect((await world.balance('user:a')).carbon).toMatchObject({ available: 0, held: 30 });
    await given();
    expect(await world.shown('a')).toEqual(['second: taken-back', 'give a: given']);
  });
});

describe('while paying out stands still', () => {
  test('nothing is given, everything can be taken back, and what waits is given afterwards', async () => {
    await world.give('a', 80);
    await world.give('a', 20, 'second');
    const process = world.process();
    await setPayingOut(process, false, 'a broken chain');
    world.nowMs += 31 * MINUTE_MS;
    await world.run(postDonations, process);
    expect(await world.shown('a')).toEqual(['second: held', 'give a: held']);
    expect(world.logged).toEqual([]);
    await expect(world.give('a', 1, 'third', process)).rejects.toEqual(refused('PAYING_OUT_STOPPED'));
    await world.takeBack('a', 'second');
    await setPayingOut(process, true, null);
    await world.run(postDonations, process);
    expect(await world.shown('a')).toEqual(['second: taken-back', 'give a: given']);
  });

  test.each([
    ['this job', [postDonations]],
    ['the one for lapsed holds before it', [lapseHolds, postDonations]],
  ])('after a day it comes back by %s, and is told', async (_, jobs) => {
    await world.give('a', 80);
    const process = world.process();
    await setPayingOut(process, false, 'a broken chain');
    world.nowMs += DAY_MS + 31 * MINUTE_MS;
    for (const job of jobs) await world.run(job, process);
    expect(await world.shown('a')).toEqual(['give a: returned']);
    expect(await world.balance('user:a')).toMatchObject({
      carbon: { available: 100 },
      bonus: { available: 50 },
    });
    expect(world.told()).toEqual([{ uid: 'a', template: 'donation-returned' }]);
  });
});

test('an account that was closed meanwhile leaves nothing to give', async () => {
  await world.give('a', 80);
  const facts = { parametersVersion: 1, nowMs: world.nowMs, answer: () => null };
  await closeUser(world.process(), 'user:a', facts);
  await given();
  expect(world.donation('give a')).toMatchObject({ state: 'returned', dueAtMs: null });
  expect(await merchant()).toBe(0);
  expect(world.told()).toEqual([]);
});

test('one that was forgotten with its rider while the job was at it leaves nothing behind', async () => {
  await world.give('a', 80);
  world.nowMs += 31 * MINUTE_MS;
  const process = world.process();
  const transact = process.database.transact.bind(process.database);
  process.database.transact = async work => {
    const done = await transact(work);
    world.documents.of('donations').delete('give a');
    return done;
  };
  await world.run(postDonations, process);
  expect(world.told()).toEqual([]);
  expect(world.donation('give a')).toBeUndefined();
});

test('many are given in steps, and one that cannot be holds up nobody', async () => {
  for (let one = 0; one < 15; one += 1) {
    await world.give('a', 1, `small ${one}`);
    world.nowMs += 1;
  }
  world.nowMs += 31 * MINUTE_MS;
  const process = world.process();
  const transact = process.database.transact.bind(process.database);
  let tries = 0;
  process.database.transact = async work => {
    tries += 1;
    if (tries <= 12) throw new Error('no answer');
    return transact(work);
  };
  expect(await world.run(postDonations, process)).toBe(2);
  expect(world.entries('donation-given')).toHaveLength(3);
  await world.run(postDonations);
  expect(world.entries('donation-given')).toHaveLength(15);
});

test('a page follows the one before, and shows only the rider’s own', async () => {
  await world.bonus('user:b', 5);
  await world.give('b', 5);
  for (const key of ['1', '2', '3']) await world.give('a', 1, key);
  const process = world.process();
  const first = await listDonations(process, { uid: 'a', cursor: null, limit: 2 });
  expect(first.donations.map(({ donationId }) => donationId)).toEqual(['3', '2']);
  const second = await listDonations(process, { uid: 'a', cursor: first.nextCursor, limit: 2 });
  expect(second).toMatchObject({ donations: [{ donationId: '1' }], nextCursor: null });
});

test('funds are listed in their order, what is not whole is left out and said', async () => {
  const broken = { _id: 'broken', name: '没有机构', kind: 'planting', purpose: 'x', place: 0, isOpen: true };
  world.documents.of('donation_funds').set('broken', JSON.stringify({ ...broken, organisation: null }));
  const names = (await listFunds(world.process())).map(({ _id }) => _id);
  expect(names).toEqual(['example-planting', 'example-accessible-rides', 'example-school-bus']);
  expect(world.logged).toEqual(['donations.fund-unusable']);
});
