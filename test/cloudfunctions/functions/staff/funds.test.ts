import { randomUUID } from 'node:crypto';
import type { StaffOutput, StaffProcedureName } from '../../../../cloudfunctions/contract/staff/procedures';
import { credit, userAccount } from '../../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../../cloudfunctions/platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { callAs, outcomeOf, type PlantedPerson, plantPerson } from './people';

const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 0, lotLimit: 128 };
const organisation = {
  name: '深圳某某基金会',
  creditCode: '53100000500000000X',
  agreement: '2026-11-01 第 7 号',
};
const trees = {
  fundId: 'trees-2027',
  name: '湾区补植',
  kind: 'planting',
  purpose: '补种乡土树苗，养护三年。',
  organisation,
  isOpen: true,
  place: 4,
  reason: '协议已签，双方盖章',
};

let product: Product;
let platform: Platform;
let editor: PlantedPerson;
let director: PlantedPerson;
beforeAll(async () => {
  product = await startProduct();
  ({ platform } = product);
  editor = await plantPerson(platform, { roleIds: ['user-ops'] });
  director = await plantPerson(platform, { roleIds: ['director'] });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const call = (person: PlantedPerson, procedure: StaffProcedureName, input: object) =>
  callAs(platform, person.openid, { procedure, input });

async function data<Name extends StaffProcedureName>(person: PlantedPerson, procedure: Name, input: object) {
  const answer = await call(person, procedure, input);
  if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
  return answer.data as StaffOutput<Name>;
}

async function agree(approvalId: string) {
  const { payloadHash } = await data(director, 'approvals.get', { approvalId });
  return data(director, 'approvals.approve', { approvalId, payloadHash });
}
const change = async (settings: object) =>
  agree((await data(editor, 'funds.requestChange', settings)).approvalId);

/** What riders are offered once every process knows. */
async function offered(): Promise<string[]> {
  await product.advanceClock(61_000);
  return (await product.data('o-anybody', 'ledger.funds', {})).funds.map(({ name }) => name);
}

test('a fund is opened, renamed and closed with another’s consent, and what was given keeps its name', async () => {
  const uid = await product.signedInRider('o-giver', { consent: true });
  const what = { kind: 'bonus' as const, origin: '-', amount: 100, source: 'mint:manual' };
  const facts = { key: 'credit', requestHash: 'credit', reason: 'manual', commitment: null };
  await credit(
    platform,
    userAccount(uid),
    what,
    {
      ...facts,
      reference: { type: 'order', id: 'credit' },
      parametersVersion: 1,
      nowMs: platform.nowMs(),
      answer: () => null,
    },
    parameters,
  );
  const { approvalId } = await data(editor, 'funds.requestChange', trees);
  expect(outcomeOf(await call(editor, 'funds.requestChange', trees))).toBe('PENDING_ALREADY');
  expect(await offered()).not.toContain('湾区补植');
  expect(await agree(approvalId)).toEqual({ state: 'done', failure: null });
  expect((await offered()).at(-1)).toBe('湾区补植');
  const given = { fundId: 'trees-2027', amount: 40 };
  const { donation } = await product.data('o-giver', 'ledger.donate', given);
  await change({ ...trees, name: '湾区红树林' });
  expect(await offered()).toEqual(expect.arrayContaining(['湾区红树林']));
  await change({ ...trees, name: '湾区红树林', isOpen: false });
  expect(await offered()).not.toContain('湾区红树林');
  expect(await product.call('o-giver', 'ledger.donate', given)).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  });
  const { donations } = await product.data('o-giver', 'ledger.donations', { limit: 5 });
  expect(donations).toMatchObject([{ donationId: donation.donationId, fundName: '湾区补植' }]);
  const { funds } = await data(director, 'funds.list', {});
  expect(funds.at(-1)).toMatchObject({ fundId: 'trees-2027', isOpen: false, problem: null });
});

test('an example that was there before the console can be closed, and is not overtaken by itself', async () => {
  const { funds } = await data(editor, 'funds.list', {});
  const { problem: _, pendingApprovalId: _id, ...example } = funds[0]!;
  const reason = '不再展示示例';
  expect(await change({ ...example, isOpen: false, reason })).toMatchObject({ state: 'done' });
  expect(await offered()).not.toContain(example.name);
});

test.each([
  ['nothing that changes', { fundId: 'example-school-bus' }, 'fundId'],
  ['an example that does not say so', { organisation: null }, 'name'],
  ['a name that another open fund has', { name: '乡村校车（示例）' }, 'name'],
  ['a name in two lines', { name: '湾区\n补植' }, 'name'],
  [
    'a code with a letter that is none',
    { organisation: { ...organisation, creditCode: '5310000050000000OI' } },
    'organisation.creditCode',
  ],
  ['no agreement', { organisation: { ...organisation, agreement: '' } }, 'organisation.agreement'],
  ['an id that names no account', { fundId: 'a:b' }, 'fundId'],
  ['another kind', { kind: 'lottery' }, 'kind'],
  ['no place', { place: 0 }, 'place'],
])('is refused for %s', async (_, wrong, field) => {
  const { funds } = await data(editor, 'funds.list', {});
  const same = funds.find(({ fundId }) => fundId === (wrong as { fundId?: string }).fundId);
  const {
    problem: _problem,
    pendingApprovalId: _id,
    ...known
  } = same ?? { problem: null, pendingApprovalId: null };
  const input = { ...trees, fundId: 'other-trees', name: '别的补植', ...known, ...wrong };
  expect(await call(editor, 'funds.requestChange', input)).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', details: { field } },
  });
});

test('each call takes as many database calls as its parts say', async () => {
  const send = (procedure: StaffProcedureName, input: object) =>
    product.callFunction('staff', editor.openid, { procedure, input, requestId: randomUUID() });
  // The rate windows are there, and a minute's end is far.
  await product.nextMinute();
  await send('funds.list', {});
  await send('funds.requestChange', { ...trees, organisation: null });
  const callsOf = (procedure: StaffProcedureName, input: object) =>
    product.databaseCalls(() => send(procedure, input));
  expect({
    'funds.list': await callsOf('funds.list', {}),
    'funds.requestChange': await callsOf('funds.requestChange', { ...trees, fundId: 'more-trees' }),
  }).toEqual({ 'funds.list': 10, 'funds.requestChange': 19 });
});
