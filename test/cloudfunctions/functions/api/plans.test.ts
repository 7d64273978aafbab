import { connectEndpoint } from '../../../../local/ledger/endpoint-source';
import { readLedger } from '../../../../local/ledger/read-ledger';
import { verifyLedger } from '../../../../local/ledger/verify-ledger';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { MINUTE_MS } from '../../domain/plans/plan-world';

/** Plans through the functions, on the real SDK and endpoint, with rides that an operator signs. */
const from = { station: '罗湖' };
const to = { station: '国贸' };
let product: Product;
let partner: PartnerClient;
beforeAll(async () => {
  product = await startProduct();
  partner = new PartnerClient(product);
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());
afterEach(async () => {
  const lines: string[] = [];
  for await (const line of readLedger(connectEndpoint(product.cloud.url))) lines.push(JSON.stringify(line));
  expect(await verifyLedger(lines)).toMatchObject({ faults: [], ok: true });
});

let rides = 0;
const ride = async (riderToken: string) => {
  rides += 1;
  const fromMs = product.cloud.nowMs();
  await product.advanceClock(6 * MINUTE_MS);
  return partner.rides([shortRide(`planned-${rides}`, riderToken, fromMs)]);
};
const keep = (openid: string, input: object = {}) =>
  product.call(openid, 'plans.keep', { from, to, mode: 'metro', ...input });

// First: while one process answers, its rate windows and what it keeps for a minute are known to it.
test('database calls of each procedure, with those of the rate windows and of who it is', async () => {
  await product.signedInRider('o-cost', { consent: true });
  await product.nextMinute();
  const costs: Record<string, number> = {};
  const count = async (name: string, work: () => Promise<unknown>) => {
    costs[name] = await product.databaseCalls(work);
  };
  const place = { kind: 'home', name: '家', place: from, agreed: true } as const;
  const openid = 'o-cost';
  const keepOne = async () => {
    const kept = await keep(openid);
    return kept.ok ? kept.data.plan.planId : '';
  };
  const savePlace = () => product.call(openid, 'plans.savePlace', place);
  const forget = () => product.call(openid, 'plans.forgetPlace', {});
  for (const [name, work] of [
    ['plans.stations', () => product.call(openid, 'plans.stations', {})],
    ['plans.compare', () => product.call(openid, 'plans.compare', { from, to })],
    ['plans.places', () => product.call(openid, 'plans.places', {})],
    ['plans.savePlace', savePlace],
    ['plans.forgetPlace', forget],
    ['plans.keep', keepOne],
    ['plans.list', () => product.call(openid, 'plans.list', { limit: 20 })],
  ] as const) {
    await work();
    await count(name, work);
  }
  const dropped = await keepOne();
  await product.call(openid, 'plans.drop', { planId: await keepOne() });
  await count('plans.drop', () => product.call(openid, 'plans.drop', { planId: dropped }));
  const planId = await keepOne();
  await product.call(openid, 'plans.check', { planId });
  await count('plans.check, waiting', () => product.call(openid, 'plans.check', { planId }));
  expect(costs).toEqual({
    'plans.stations': 2,
    'plans.compare': 3,
    'plans.places': 4,
    'plans.savePlace': 9,
    'plans.forgetPlace': 7,
    'plans.keep': 10,
    'plans.list': 5,
    'plans.drop': 10,
    'plans.check, waiting': 6,
  });
});

test('somebody who has not agreed to the guideline compares, and keeps nothing', async () => {
  await product.signedInRider('o-reader');
  const { options, terms } = await product.data('o-reader', 'plans.compare', { from, to });
  expect(options[0]).toMatchObject({ mode: 'metro', unfit: null, credits: options[0]!.grams });
  expect(terms).toMatchObject({ bonus: 20, paidADay: 2 });
  expect(await keep('o-reader')).toMatchObject({ ok: false, error: { code: 'CONSENT_REQUIRED' } });
  const place = { kind: 'home', name: '家', place: from, agreed: true } as const;
  expect(await product.call('o-reader', 'plans.savePlace', place)).toMatchObject({
    ok: false,
    error: { code: 'CONSENT_REQUIRED' },
  });
});

test.each<[string, object, string]>([
  ['to the same place', { to: from }, 'to'],
  ['from nowhere', { from: { station: '不存在' } }, 'from'],
  ['by a way that is none', { mode: 'rocket' }, 'mode'],
  ['by bicycle over too long a way', { mode: 'shared-bike', to: { station: '碧头' } }, 'mode'],
  ['for next week', { when: 'next week' }, 'when'],
  ['from outside of the world', { from: { name: '家', longitude: 500, latitude: 0 } }, 'from.longitude'],
])('a plan %s is refused in words', async (_, change, field) => {
  await product.signedInRider('o-wrong', { consent: true });
  const answer = await keep('o-wrong', change);
  if (answer.ok) throw new Error('It was allowed.');
  const code = field === 'when' || field.includes('.') ? 'INVALID_INPUT' : 'PLAN_UNFIT';
  expect(answer.error).toMatchObject({ code, details: { field } });
  expect(answer.error.details.reason).toMatch(/[\u4e00-\u9fff]/);
});

test('a place is kept only after it was agreed to, and nobody else sees it', async () => {
  await product.signedInRider('o-places', { consent: true });
  const home = { kind: 'home', name: '家', place: { name: '家', longitude: 114.0512, latitude: 22.5437 } };
  const refused = await product.call('o-places', 'plans.savePlace', home as never);
  expect(refused).toMatchObject({ ok: false, error: { details: { field: 'agreed' } } });
  const input = { ...home, agreed: true } as never;
  const { places } = await product.data('o-places', 'plans.savePlace', input);
  expect(places).toMatchObject([{ kind: 'home', place: { longitude: 114.051, latitude: 22.544 } }]);
  await product.signedInRider('o-other', { consent: true });
  expect((await product.data('o-other', 'plans.places', {})).places).toEqual([]);
  expect((await product.data('o-places', 'plans.forgetPlace', {})).places).toEqual([]);
});

test('a signed ride fulfils the plan at the next timer, pays beside its grams, and the rider is told', async () => {
  await partner.riderWithCard('o-planner', 'plan-card');
  const kept = await keep('o-planner');
  expect(kept).toMatchObject({ ok: true, data: { plan: { state: 'kept' } } });
  expect(await ride('plan-card')).toMatchObject({ accepted: 1, rejected: [] });
  await product.advanceClock(10 * MINUTE_MS);
  const list = await product.data('o-planner', 'plans.list', { limit: 20 });
  expect(list.plans).toMatchObject([{ state: 'fulfilled', bonus: 20 }]);
  expect(list.week).toMatchObject({ made: 1, fulfilled: 1, missed: 0 });
  const { balance } = await product.data('o-planner', 'ledger.balance', {});
  expect(balance.bonus.available).toBe(20);
  expect(balance.carbon.available).toBe(SHORT_RIDE_GRAMS);
  const { notices } = await product.data('o-planner', 'inbox.list', { limit: 5 });
  expect(notices.map(({ template }) => template)).toContain('plan-fulfilled');
});

test('two who ask at the same time are paid once', async () => {
  await partner.riderWithCard('o-eager', 'eager-card');
  const kept = await keep('o-eager');
  if (!kept.ok) throw new Error('refused');
  await ride('eager-card');
  const { planId } = kept.data.plan;
  await Promise.all([1, 2, 3].map(() => product.call('o-eager', 'plans.check', { planId })));
  expect((await product.data('o-eager', 'ledger.balance', {})).balance.bonus.available).toBe(20);
});

test('no index is missing, for the jobs neither', async () => {
  await product.advanceClock(300_000);
  const calls = await product.calls(1_000);
  expect(calls.filter(({ scansWithoutIndex }) => scansWithoutIndex > 0)).toEqual([]);
});
