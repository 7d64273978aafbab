import {
  announceVerdict,
  personalParts,
  readSubscriptions,
} from '../../../../cloudfunctions/domain/subscriptions';
import type { MessageOutcome, Platform } from '../../../../cloudfunctions/platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { MessageWorld } from './message-world';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let product: Product;
let world: MessageWorld;
beforeAll(async () => {
  product = await startProduct();
  world = new MessageWorld(product);
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

/** WeChat in a bad mood: answers with this instead. */
const answering = (outcome: MessageOutcome): Platform => ({
  ...product.platform,
  messages: { send: async () => outcome },
});

test('one accept is one message about a ride, brought by the timer, and the next ride brings none', async () => {
  await world.rider('o-ann');
  expect(await world.state('o-ann')).toMatchObject({ left: 0, mayOffer: true, latestAnswer: null });
  await world.accept('o-ann');
  expect(await world.state('o-ann')).toMatchObject({ left: 1, mayOffer: false, latestAnswer: 'accept' });
  await world.ride('o-ann');
  expect(await world.left('o-ann')).toBe(0);
  await world.ride('o-ann');
  expect(await world.sent('o-ann')).toEqual([]);
  await product.advanceClock(5 * MINUTE_MS);
  const [message, ...others] = await world.sent('o-ann');
  expect(others).toEqual([]);
  expect(message).toMatchObject({
    title: '行程入账通知',
    page: expect.stringMatching(/^packages\/trips\/explain\/explain\?tripId=trip%3Abawei%3A/),
    rows: [
      { label: '行程', value: '罗湖 → 国贸' },
      { label: '减排克数', value: '41' },
      { label: '乘车时间', value: expect.stringMatching(/^2026年11月9日 \d\d:\d\d$/) },
      { label: '说明', value: '积分已到账，可查看计算过程' },
    ],
  });
  await product.advanceClock(5 * MINUTE_MS);
  expect(await world.sent('o-ann')).toHaveLength(1);
});

test('rides of one delivery are one message', async () => {
  const uid = await world.rider('o-bob');
  await world.accept('o-bob', 3);
  await world.ride('o-bob', 3);
  expect((await world.queued(uid)).map(({ facts }) => facts)).toMatchObject([{ others: 2 }]);
  await world.sendAll();
  const [message] = await world.sent('o-bob');
  expect(message?.rows[3]).toEqual({ label: '说明', value: '另有 2 程一同入账' });
  expect(await world.left('o-bob')).toBe(2);
  const [first] = await world.queued(uid);
  // What it said is forgotten as soon as it is handed over.
  expect(first).toMatchObject({ state: 'sent', facts: null, dueAtMs: null });
});

test('an accept that is sent twice counts once; a refused or unheard one counts nothing', async () => {
  await world.rider('o-cat');
  const input = { answers: [{ key: 'ride-credited' as const, answer: 'accept' as const }] };
  const requestId = 'the-same-request';
  await product.data('o-cat', 'subscriptions.answer', input, { requestId });
  await product.data('o-cat', 'subscriptions.answer', input, { requestId });
  expect(await world.left('o-cat')).toBe(1);
  for (const answer of ['reject', 'ban', 'filter'] as const) await world.answer('o-cat', answer);
  expect(await world.left('o-cat')).toBe(1);
});

test.each([
  ['none', [], 'answers'],
  ['one twice', ['accept', 'reject'], 'answers'],
])('%s of the answers is refused in words', async (_case, answers, field) => {
  await world.rider('o-odd').catch(() => undefined);
  const answer = await product.call('o-odd', 'subscriptions.answer', {
    answers: answers.map(one => ({ key: 'ride-credited', answer: one as 'accept' })),
  });
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', details: { field, reason: expect.stringMatching(/[一-鿿]/) } },
  });
});

test('whoever has not agreed to the guideline allows nothing', async () => {
  await product.signedInRider('o-visitor');
  const answer = await product.call('o-visitor', 'subscriptions.answer', {
    answers: [{ key: 'ride-credited', answer: 'accept' }],
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'CONSENT_REQUIRED' } });
});

test('a refusal is respected for thirty days', async () => {
  const uid = await world.rider('o-dan');
  await world.answer('o-dan', 'reject');
  expect((await world.state('o-dan')).mayOffer).toBe(false);
  const in30Days = { ...product.platform, nowMs: () => product.cloud.nowMs() + 30 * DAY_MS };
  expect((await readSubscriptions(in30Days, uid)).messages[0]).toMatchObject({ mayOffer: true });
});

test.each([
  ['已通过', 52, '奖励 52 积分已到账'],
  ['未通过', null, '原因和申诉办法见详情'],
])(
  'a verdict is told as %s, once however often it is announced, and an appeal’s again',
  async (word, credits, note) => {
    const openid = `o-verdict-${word === '已通过'}`;
    const uid = await world.rider(openid);
    const { messages } = await product.data(openid, 'subscriptions.read', {});
    const { templateId } = messages.find(({ key }) => key === 'report-decided')!;
    for (let time = 0; time < 3; time += 1) {
      await product.http('/wechat/subscriptions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
        body: JSON.stringify({ templateIds: [templateId] }),
      });
      await product.data(openid, 'subscriptions.answer', {
        answers: [{ key: 'report-decided', answer: 'accept' }],
      });
    }
    const verdict = { uid, reportId: `own:${openid}`, from: '车公庙', to: '布吉', credits, before: 0 };
    const decidedAtMs = Date.parse('2026-11-10T09:30:00+08:00');
    for (const before of [0, 0, 1])
      await announceVerdict(product.platform, { ...verdict, decidedAtMs, before });
    await world.sendAll();
    const sent = await world.sent(openid);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({
      title: '申报审核结果通知',
      page: `packages/report/report/report?reportId=${encodeURIComponent(verdict.reportId)}`,
    });
    expect(sent[0]?.rows.map(({ value }) => value)).toEqual([
      '车公庙 → 布吉',
      word,
      '2026年11月10日 09:30',
      note,
    ]);
  },
);

test('who gives a message up has nothing left, and what was waiting is not sent', async () => {
  const uid = await world.rider('o-eve');
  await world.accept('o-eve', 2);
  await world.ride('o-eve');
  await product.data('o-eve', 'subscriptions.stop', { key: 'ride-credited' });
  expect(await world.state('o-eve')).toMatchObject({ left: 0, mayOffer: false, latestAnswer: 'stop' });
  await world.sendAll();
  expect(await world.sent('o-eve')).toEqual([]);
  expect(await world.queued(uid)).toMatchObject([{ state: 'dropped', facts: null }]);
});

let moot = 0;
test.each<[string, (openid: string) => Promise<unknown>]>([
  ['the ride was taken back', () => world.reverseLast()],
  [
    'the rider has withdrawn from the guideline',
    openid => product.data(openid, 'riders.withdrawConsent', {}),
  ],
  [
    'the rider claims the ride elsewhere',
    async openid => {
      const { trips } = await product.data(openid, 'rides.list', {});
      await product.data(openid, 'schemes.declare', { tripId: trips[0]!.tripId, scheme: 'other' });
    },
  ],
])('what waits to be sent is not sent where %s before, and costs no consent', async (_name, before) => {
  moot += 1;
  const openid = `o-moot-${moot}`;
  const uid = await world.rider(openid);
  await world.accept(openid);
  await world.ride(openid);
  expect(await world.left(openid)).toBe(0);
  await before(openid);
  await world.sendAll();
  expect(await world.sent(openid)).toEqual([]);
  expect(await world.queued(uid)).toMatchObject([{ state: 'dropped', dueAtMs: null, facts: null }]);
  expect(await world.left(openid)).toBe(1);
});

test('WeChat’s count decides: where it says that nothing is left, nothing is left', async () => {
  const uid = await world.rider('o-fay');
  // The product believes in three, WeChat knows of none.
  for (let time = 0; time < 3; time += 1) await world.answer('o-fay', 'accept');
  await world.ride('o-fay');
  expect(await world.left('o-fay')).toBe(2);
  await world.sendAll();
  expect(await world.left('o-fay')).toBe(0);
  expect(await world.queued(uid)).toMatchObject([{ state: 'none-left' }]);
  expect((await world.state('o-fay')).mayOffer).toBe(true);
});

test.each<[string, MessageOutcome, number]>([
  ['a fault of ours gives the consent back', { outcome: 'wrong', problem: '47003 data.thing1' }, 1],
  ['an answer that was lost gives nothing back', { outcome: 'unknown', problem: '-1 busy' }, 0],
])('%s, and the message is not tried again', async (name, outcome, left) => {
  const openid = `o-${outcome.outcome}`;
  const uid = await world.rider(openid);
  await world.accept(openid);
  await world.ride(openid);
  await world.sendAll(answering(outcome));
  await world.sendAll();
  expect([name, await world.left(openid), await world.sent(openid)]).toEqual([name, left, []]);
  expect(await world.queued(uid)).toMatchObject([{ state: outcome.outcome, problem: expect.any(String) }]);
});

test('who gives a message up while it is handed over gets none back for a fault of ours', async () => {
  await world.rider('o-ida');
  await world.accept('o-ida');
  await world.ride('o-ida');
  const send = async (): Promise<MessageOutcome> => {
    await product.data('o-ida', 'subscriptions.stop', { key: 'ride-credited' });
    return { outcome: 'wrong', problem: '47003 data.thing1' };
  };
  await world.sendAll({ ...product.platform, messages: { send } });
  expect(await world.left('o-ida')).toBe(0);
});

test('a send that WeChat refuses for its values is known as such, with the field', async () => {
  await world.rider('o-gus');
  await world.allowAtWeChat('o-gus');
  const { templateId } = await world.state('o-gus');
  const message = { openid: 'o-gus', templateId, page: 'pages/home/home', values: { thing1: '' } };
  expect(await product.platform.messages.send(message)).toEqual({
    outcome: 'wrong',
    problem: expect.stringContaining('47003'),
  });
  const unknown = { ...message, templateId: 'none' };
  expect(await product.platform.messages.send(unknown)).toMatchObject({ outcome: 'wrong' });
});

test('without a template nothing is offered or sent', async () => {
  const uid = await world.rider('o-hal');
  await world.accept('o-hal');
  await world.ride('o-hal');
  const without = { ...product.platform, variable: () => 'none' };
  expect(await readSubscriptions(without, uid)).toEqual({ messages: [] });
  await world.sendAll(without);
  expect(await world.sent('o-hal')).toEqual([]);
  expect(await world.left('o-hal')).toBe(1);
});

test('database calls: what a rider pays for who allows, and what a delivery pays for each who is told', async () => {
  await world.rider('o-ivy');
  const calls = (work: () => Promise<unknown>) => product.databaseCalls(work);
  await product.nextMinute();
  await world.accept('o-ivy');
  expect(await calls(() => product.data('o-ivy', 'subscriptions.read', {}))).toBe(4);
  expect(await calls(() => world.answer('o-ivy', 'accept'))).toBe(10);
  await product.data('o-ivy', 'subscriptions.stop', { key: 'ride-credited' });
  expect(await calls(() => product.data('o-ivy', 'subscriptions.stop', { key: 'ride-credited' }))).toBe(10);
  // What the partner's process reads once a minute is read by the ride before.
  await world.ride('o-ivy');
  const untold = await calls(() => world.ride('o-ivy'));
  await world.accept('o-ivy');
  expect((await calls(() => world.ride('o-ivy'))) - untold).toBe(5);
});

test('the export has counts and messages, and forgetting leaves none', async () => {
  const uid = await world.rider('o-jon');
  await world.accept('o-jon', 2);
  await world.ride('o-jon');
  const [part] = personalParts;
  const { rows, nextCursor } = await part!.page!(product.platform, uid, null);
  expect(nextCursor).toBeNull();
  expect(rows).toMatchObject([
    { key: 'ride-credited', left: 1, latestAnswer: 'accept' },
    { key: 'ride-credited', state: 'due', facts: { route: '罗湖 → 国贸', grams: 41 } },
  ]);
  expect(await part!.forget!(product.platform, uid, Number.POSITIVE_INFINITY)).toBe(true);
  expect([await world.consent(uid), await world.queued(uid)]).toEqual([null, []]);
  await world.sendAll();
  expect(await world.sent('o-jon')).toEqual([]);
});
