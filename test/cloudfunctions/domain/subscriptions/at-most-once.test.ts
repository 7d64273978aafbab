import { announceRides, sendMessages } from '../../../../cloudfunctions/domain/subscriptions';
import { queueMessage } from '../../../../cloudfunctions/domain/subscriptions/queue-message';
import * as fc from '../../../support/fast-check';
import { Killed, mortalPlatform } from '../../../support/mortal-platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { MessageWorld } from './message-world';

let product: Product;
let world: MessageWorld;
beforeAll(async () => {
  product = await startProduct();
  world = new MessageWorld(product);
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

let made = 0;
const newName = (kind: string): string => {
  made += 1;
  return `${kind}-${made}`;
};
const queue = (uid: string, subjectId = newName('subject')) =>
  queueMessage(product.platform, {
    uid,
    key: 'ride-credited',
    subjectId,
    facts: { tripId: subjectId, route: '罗湖 → 国贸', grams: 41, fromMs: product.cloud.nowMs(), others: 0 },
  });

test('of many that want the last consent at once one gets it', async () => {
  const uid = await world.rider('o-race');
  await world.accept('o-race', 2);
  const got = await Promise.all(Array.from({ length: 8 }, () => queue(uid)));
  expect(got.filter(Boolean)).toHaveLength(2);
  expect(await world.left('o-race')).toBe(0);
});

test('one subject is told once, however often and at once it is queued, and costs one consent', async () => {
  const uid = await world.rider('o-twice');
  await world.accept('o-twice', 3);
  const got = await Promise.all(Array.from({ length: 4 }, () => queue(uid, 'the same')));
  expect(got.filter(Boolean)).toHaveLength(1);
  expect(await world.left('o-twice')).toBe(2);
});

test('two jobs at once send each message once', async () => {
  const uid = await world.rider('o-jobs');
  await world.accept('o-jobs', 4);
  for (let time = 0; time < 4; time += 1) await queue(uid);
  await Promise.all([world.sendAll(), world.sendAll(), world.sendAll()]);
  expect(await world.sent('o-jobs')).toHaveLength(4);
  expect((await world.queued(uid)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
});

test('a ride is in the ledger, whatever becomes of its message', async () => {
  await world.rider('o-broken');
  await world.accept('o-broken');
  const logged: string[] = [];
  const broken = {
    ...mortalPlatform(product.platform, { call: 0, when: 'before' }),
    log: (event: string) => logged.push(event),
  };
  const trip = { _id: 'trip', uid: 'uid', creditedGrams: 41, fromMs: 1, evidence: null } as never;
  await announceRides(broken, [trip], Number.POSITIVE_INFINITY);
  expect(logged).toEqual(['messages.not-queued']);
});

/** Calls of the job for one message: due ones, identity, agreement, ride, claim, and what came of it. */
const CALLS = 6;
const CLAIM = 4;

describe.each(['before', 'after'] as const)('a job that dies %s', when => {
  test.each(Array.from({ length: CALLS }, (_, call) => call))(
    'its call %i sends at most once',
    async call => {
      const openid = `o-${when}-${call}`;
      const uid = await world.rider(openid);
      await world.accept(openid);
      await queue(uid);
      const dying = mortalPlatform(product.platform, { call, when });
      await expect(world.sendAll(dying)).rejects.toThrow(Killed);
      await world.sendAll();
      await world.sendAll();
      const isBeforeClaim = call < CLAIM || (call === CLAIM && when === 'before');
      const isAfterSend = call > CLAIM;
      // Between claim and send the message is lost: nobody can know that it was not delivered.
      expect(await world.sent(openid)).toHaveLength(isBeforeClaim || isAfterSend ? 1 : 0);
      expect([await world.left(openid), (await world.queued(uid)).length]).toEqual([0, 1]);
    },
  );
});

test('a job that lives makes as many calls as those tests kill', async () => {
  const uid = await world.rider('o-living');
  await world.accept('o-living');
  await queue(uid);
  const counting = mortalPlatform(product.platform, { call: -1, when: 'after' });
  const step = { windowStartMs: 0, cursor: null, deadlineMs: Number.POSITIVE_INFINITY };
  await sendMessages.step(counting, step);
  expect(counting.calls()).toBe(CALLS);
});

const steps = fc.array(
  fc.constantFrom('accept', 'reject', 'stop', 'ride', 'ride', 'send', 'both', 'forgotten by WeChat'),
  { minLength: 3, maxLength: 12 },
);

test('no history has more messages than accepts, and what is left is never below zero', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async history => {
      const openid = newName('o-history');
      const uid = await world.rider(openid);
      const stop = () => product.data(openid, 'subscriptions.stop', { key: 'ride-credited' });
      for (const step of history) {
        if (step === 'accept') await world.accept(openid);
        else if (step === 'reject') await world.answer(openid, 'reject');
        else if (step === 'stop') await stop();
        else if (step === 'ride') await queue(uid);
        else if (step === 'send') await world.sendAll();
        else if (step === 'both') await Promise.all([queue(uid), world.sendAll(), world.accept(openid)]);
        else await world.answer(openid, 'accept');
        expect(await world.left(openid)).toBeGreaterThanOrEqual(0);
      }
      await world.sendAll();
      const accepts = history.filter(step => ['accept', 'both', 'forgotten by WeChat'].includes(step)).length;
      const messages = await world.queued(uid);
      expect(messages.length + (await world.left(openid))).toBeLessThanOrEqual(accepts);
      const sent = messages.filter(({ state }) => state === 'sent').length;
      expect(await world.sent(openid)).toHaveLength(sent);
    }),
    { numRuns: 6 },
  );
});
