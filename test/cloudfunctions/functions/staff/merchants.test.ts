import { randomUUID } from 'node:crypto';
import type { StaffOutput, StaffProcedureName } from '../../../../cloudfunctions/contract/staff/procedures';
import {
  credit,
  readBalance,
  readEntry,
  settleMerchant,
  spendCredits,
  userAccount,
} from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { callAs, outcomeOf, type PlantedPerson, plantPerson } from './people';

const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 0, lotLimit: 128 };
const FUND = 'fund-example-planting';
const asked = { merchantId: FUND, amount: 300, voucher: '银行 2026-11-0007', reason: '款已付清，回单已归档' };

let product: Product;
let platform: Platform;
let maker: PlantedPerson;
let finance: PlantedPerson;
let director: PlantedPerson;
beforeAll(async () => {
  product = await startProduct();
  ({ platform } = product);
  maker = await plantPerson(platform, { roleIds: ['finance'] });
  finance = await plantPerson(platform, { roleIds: ['finance'] });
  director = await plantPerson(platform, { roleIds: ['director'] });
  const account = userAccount(await product.signedInRider('o-giver'));
  const bonus = { kind: 'bonus' as const, origin: '-', amount: 1_000, source: 'mint:manual' };
  await credit(platform, account, bonus, factsOf('earned'), parameters);
  await spendCredits(platform, account, { amount: 1_000, bonusTo: `merchant:${FUND}` }, factsOf('given'));
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
  const answer = await call(person, procedure, input);
  if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
  return answer.data as StaffOutput<Name>;
}

/** Both agree; answers what the last one is told. */
async function agreeBoth(approvalId: string) {
  const { payloadHash } = await data(director, 'approvals.get', { approvalId });
  await data(finance, 'approvals.approve', { approvalId, payloadHash });
  return data(director, 'approvals.approve', { approvalId, payloadHash });
}

const restOf = async () => (await readBalance(platform, `merchant:${FUND}`)).bonus.available;

test('what a fund was paid for is booked out once two others have agreed', async () => {
  const { approvalId } = await data(maker, 'merchants.requestSettlement', asked);
  expect(outcomeOf(await call(finance, 'merchants.requestSettlement', asked))).toBe('PENDING_ALREADY');
  const { merchants } = await data(maker, 'merchants.list', {});
  expect(merchants).toEqual([
    { merchantId: FUND, name: '城市补植（示例）', bonus: 1_000, pendingApprovalId: approvalId },
  ]);
  expect(await agreeBoth(approvalId)).toEqual({ state: 'done', failure: null });
  expect(await restOf()).toBe(700);
  expect(await readEntry(platform, `settled:${approvalId}`)).toMatchObject({
    reason: 'settled',
    reference: { type: 'approval', id: approvalId },
    answer: { voucher: asked.voucher },
    postings: [{ source: `merchant:${FUND}`, destination: 'sink:settled', kind: 'bonus' }],
  });
});

test('nothing is booked out of which less is there than was asked for', async () => {
  const { approvalId } = await data(maker, 'merchants.requestSettlement', { ...asked, amount: 700 });
  await settleMerchant(platform, { merchantId: FUND, amount: 100 }, factsOf('meanwhile'));
  expect(await agreeBoth(approvalId)).toMatchObject({ state: 'failed' });
  expect(await restOf()).toBe(600);
});

test.each([
  ['a merchant that there is not', { merchantId: 'nobody' }, 'NOT_FOUND', 'merchantId'],
  ['an account of somebody else', { merchantId: 'x:user' }, 'INVALID_INPUT', 'merchantId'],
  ['more than is there', { amount: 601 }, 'INVALID_INPUT', 'amount'],
  ['nothing', { amount: 0 }, 'INVALID_INPUT', 'amount'],
  ['half a credit', { amount: 1.5 }, 'INVALID_INPUT', 'amount'],
  ['no voucher', { voucher: ' ' }, 'INVALID_INPUT', 'voucher'],
])('is refused for %s', async (_, wrong, code, field) => {
  const answer = await call(maker, 'merchants.requestSettlement', { ...asked, ...wrong });
  expect(answer).toMatchObject({ ok: false, error: { code, details: { field } } });
});

test('each call takes as many database calls as its parts say', async () => {
  const send = (procedure: StaffProcedureName, input: object) =>
    product.callFunction('staff', maker.openid, { procedure, input, requestId: randomUUID() });
  // The rate windows are there, and a minute's end is far.
  await product.nextMinute();
  await send('merchants.list', {});
  await send('merchants.requestSettlement', { ...asked, amount: 10_000 });
  const callsOf = (procedure: StaffProcedureName, input: object) =>
    product.databaseCalls(() => send(procedure, input));
  expect({
    'merchants.list': await callsOf('merchants.list', {}),
    'merchants.requestSettlement': await callsOf('merchants.requestSettlement', asked),
  }).toEqual({ 'merchants.list': 9, 'merchants.requestSettlement': 21 });
});
