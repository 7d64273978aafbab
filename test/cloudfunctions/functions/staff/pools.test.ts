import { randomUUID } from 'node:crypto';
import type { CallAnswer } from '../../../../cloudfunctions/contract/envelope';
import type { StaffOutput, StaffProcedureName } from '../../../../cloudfunctions/contract/staff/procedures';
import { readEntry, retire, setPayingOut } from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import { fillPool } from '../../../support/fill-pool';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { callAs, outcomeOf, type PlantedPerson, plantPerson } from './people';

const ORIGIN = 'sz-2021:2026-11';
const asked = {
  origin: ORIGIN,
  amount: 300,
  beneficiary: '深圳湾马拉松',
  purpose: '抵消接驳车的排放',
  reason: '组委会来函，双方已签确认单',
};

let product: Product;
let platform: Platform;
let finance: PlantedPerson;
let channel: PlantedPerson;
let director: PlantedPerson;
beforeAll(async () => {
  product = await startProduct();
  ({ platform } = product);
  finance = await plantPerson(platform, { roleIds: ['finance'] });
  channel = await plantPerson(platform, { roleIds: ['channel'] });
  director = await plantPerson(platform, { roleIds: ['director'] });
  await fillPool(product, { origin: ORIGIN, amount: 1_000 });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const factsOf = (key: string) => ({
  key,
  requestHash: key,
  reason: 'test',
  reference: { type: 'order' as const, id: key },
  commitment: null,
  parametersVersion: 1,
  nowMs: platform.nowMs(),
  answer: () => null,
});

const call = (person: PlantedPerson, procedure: StaffProcedureName, input: object) =>
  callAs(platform, person.openid, { procedure, input });

async function data<Name extends StaffProcedureName>(person: PlantedPerson, procedure: Name, input: object) {
  const answer: CallAnswer<unknown> = await call(person, procedure, input);
  if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
  return answer.data as StaffOutput<Name>;
}

/** Both agree; answers what the last one is told. */
async function agreeBoth(approvalId: string) {
  const { payloadHash } = await data(director, 'approvals.get', { approvalId });
  await data(finance, 'approvals.approve', { approvalId, payloadHash });
  return data(director, 'approvals.approve', { approvalId, payloadHash });
}

test('grams are retired once two others have agreed to the very numbers, and everybody reads for whom', async () => {
  const { approvalId } = await data(channel, 'pools.requestRetirement', asked);
  expect(outcomeOf(await call(channel, 'pools.requestRetirement', asked))).toBe('PENDING_ALREADY');
  const { payloadHash, differences } = await data(director, 'approvals.get', { approvalId });
  expect(differences).toContainEqual({
    label: '注销的编号',
    before: '第 1–300 号',
    after: '第 1–300 号',
  });
  expect(differences).toContainEqual({ label: '碳池余量', before: '1,000 克', after: '700 克' });
  const byMaker = await call(channel, 'approvals.approve', { approvalId, payloadHash });
  expect(outcomeOf(byMaker)).toBe('OWN_REQUEST');
  expect(await agreeBoth(approvalId)).toEqual({ state: 'done', failure: null });
  const { pools, retired } = await data(finance, 'pools.list', {});
  expect(pools).toMatchObject([{ origin: ORIGIN, issued: 1_000, left: 300, pendingApprovalId: null }]);
  const { beneficiary, purpose } = asked;
  const entryKey = `retired:${approvalId}`;
  const numbers = { origin: ORIGIN, from: 1, to: 300, amount: 300, beneficiary, purpose, entryKey };
  expect(retired).toMatchObject([numbers]);
  expect((await product.data('o-anybody', 'openLedger.read', {})).retired).toEqual(retired);
  const reference = { type: 'certificate', id: approvalId };
  expect(await readEntry(platform, entryKey)).toMatchObject({
    reason: 'retired',
    reference,
    answer: { beneficiary, purpose },
  });
});

test('nothing is retired when other numbers would go than those that were read', async () => {
  const { approvalId } = await data(channel, 'pools.requestRetirement', asked);
  await retire(platform, { origin: ORIGIN, amount: 10 }, factsOf('meanwhile'));
  const { state, failure } = await agreeBoth(approvalId);
  expect(state).toBe('failed');
  expect(failure).toContain('编号变了');
  expect((await data(finance, 'pools.list', {})).pools[0]?.left).toBe(310);
});

test('nothing is retired while paying out stands still, asked for or agreed to', async () => {
  const { approvalId } = await data(channel, 'pools.requestRetirement', asked);
  await setPayingOut(platform, false, 'ledger-finding');
  expect(await agreeBoth(approvalId)).toMatchObject({ state: 'failed' });
  expect(outcomeOf(await call(channel, 'pools.requestRetirement', asked))).toBe('PAYING_OUT_STOPPED');
  await setPayingOut(platform, true, null);
  expect((await data(finance, 'pools.list', {})).pools[0]?.left).toBe(310);
});

test.each([
  ['a pool that there is not', { origin: 'sz-2021:2020-01' }, 'NOT_FOUND', 'origin'],
  ['no pool', { origin: 'user:somebody' }, 'INVALID_INPUT', 'origin'],
  ['more than is there', { amount: 691 }, 'INVALID_INPUT', 'amount'],
  ['nothing', { amount: 0 }, 'INVALID_INPUT', 'amount'],
  ['less than nothing', { amount: -5 }, 'INVALID_INPUT', 'amount'],
  ['half a gram', { amount: 1.5 }, 'INVALID_INPUT', 'amount'],
  ['more than can be counted', { amount: 2 ** 53 }, 'INVALID_INPUT', 'amount'],
  ['nobody', { beneficiary: ' ' }, 'INVALID_INPUT', 'beneficiary'],
  ['somebody with a phone number', { beneficiary: '张三 13800138000' }, 'INVALID_INPUT', 'beneficiary'],
  ['a name that reads otherwise', { beneficiary: '甲\u202e公司' }, 'INVALID_INPUT', 'beneficiary'],
  ['two lines', { purpose: '抵消\n排放' }, 'INVALID_INPUT', 'purpose'],
  ['no reason', { reason: '' }, 'INVALID_INPUT', 'reason'],
])('is refused for %s', async (_, wrong, code, field) => {
  const answer = await call(channel, 'pools.requestRetirement', { ...asked, ...wrong });
  expect(answer).toMatchObject({ ok: false, error: { code, details: { field } } });
});

test('each call takes as many database calls as its parts say', async () => {
  const send = (procedure: StaffProcedureName, input: object) =>
    product.callFunction('staff', channel.openid, { procedure, input, requestId: randomUUID() });
  // The rate windows are there, and a minute's end is far.
  await product.nextMinute();
  await send('pools.list', {});
  await send('pools.requestRetirement', { ...asked, amount: 10_000 });
  const callsOf = (procedure: StaffProcedureName, input: object) =>
    product.databaseCalls(() => send(procedure, input));
  // The door takes six; of asking, four are for the request, the others for the approval, its answer and its audit entry.
  expect({
    'pools.list': await callsOf('pools.list', {}),
    'pools.requestRetirement': await callsOf('pools.requestRetirement', asked),
  }).toEqual({ 'pools.list': 10, 'pools.requestRetirement': 22 });
});
