import { randomUUID } from 'node:crypto';
import type { StaffOutput, StaffProcedureName } from '../../../../cloudfunctions/contract/staff/procedures';
import { raiseAlarm } from '../../../../cloudfunctions/domain/alarms';
import { type AuditEntry, auditEntries } from '../../../../cloudfunctions/domain/audit/store';
import {
  closeUser,
  type Entry,
  fundCampaign,
  payReward,
  readBalance,
  readEntry,
  readPayingOut,
  reversalKey,
  setPayingOut,
  userAccount,
} from '../../../../cloudfunctions/domain/ledger';
import { entries } from '../../../../cloudfunctions/domain/ledger/store';
import { currentParameters } from '../../../../cloudfunctions/domain/parameters';
import { listTrips } from '../../../../cloudfunctions/domain/rides';
import { sealDay } from '../../../../cloudfunctions/domain/seals';
import {
  forgetFindings,
  recordFindings,
} from '../../../../cloudfunctions/domain/verification/record-findings';
import type { Platform } from '../../../../cloudfunctions/platform';
import { connectEndpoint } from '../../../../local/ledger/endpoint-source';
import { readLedger } from '../../../../local/ledger/read-ledger';
import { verifyLedger } from '../../../../local/ledger/verify-ledger';
import { linkHash } from '../../../../miniprogram/proof';
import { PartnerClient, SHORT_RIDE_GRAMS, shortRide } from '../../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { callAs, outcomeOf, type PlantedPerson, plantPerson } from './people';

const HOUR_MS = 3_600_000;
const reason = '会员来电，核对属实';

let product: Product;
let platform: Platform;
let partner: PartnerClient;
let maker: PlantedPerson;
let finance: PlantedPerson;
let director: PlantedPerson;
let uid: string;
let day: string;
beforeAll(async () => {
  product = await startProduct();
  ({ platform } = product);
  partner = new PartnerClient(product);
  maker = await plantPerson(platform, { roleIds: ['user-ops', 'finance'] });
  finance = await plantPerson(platform, { roleIds: ['finance'] });
  director = await plantPerson(platform, { roleIds: ['director'] });
  uid = await partner.riderWithCard('o-ann', 'card-number-4821');
  const fromMs = product.cloud.nowMs();
  const rides = ['one', 'two', 'three'].map((id, at) =>
    shortRide(id, 'card-number-4821', fromMs - (at + 2) * HOUR_MS),
  );
  await partner.rides(rides);
  day = '2026-11-10';
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const call = (person: { openid: string }, procedure: string, input: unknown, requestId?: string) =>
  callAs(platform, person.openid, { procedure, input, ...(requestId !== undefined && { requestId }) });

async function data<Name extends StaffProcedureName>(person: PlantedPerson, procedure: Name, input: object) {
  const answer = await call(person, procedure, input);
  if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
  return answer.data as StaffOutput<Name>;
}

/** Both agree; answers what the last one is told. */
async function agreeBoth(approvalId: string) {
  const { payloadHash } = await data(director, 'approvals.get', { approvalId });
  const first = await data(finance, 'approvals.approve', { approvalId, payloadHash });
  expect(first.state).toBe('pending');
  return data(director, 'approvals.approve', { approvalId, payloadHash });
}

const bonusOf = async (ofUid: string) => (await readBalance(platform, userAccount(ofUid))).bonus.available;
const carbonOf = async (ofUid: string) => (await readBalance(platform, userAccount(ofUid))).carbon;
const credit = (ofUid: string, amount = 100) => ({ uid: ofUid, amount, occasion: 'service', reason });

const tripKeyOf = async (ticket: number): Promise<string> =>
  (await listTrips(platform, uid, { cursor: null, limit: 10 })).trips[ticket]!._id;

describe('bonus by hand', () => {
  test('is credited when two others have agreed, once, and the rider reads why', async () => {
    const { approvalId } = await data(maker, 'books.requestCredit', credit(uid, 250));
    expect(outcomeOf(await call(maker, 'books.requestCredit', credit(uid, 250)))).toBe('PENDING_ALREADY');
    const { payloadHash } = await data(director, 'approvals.get', { approvalId });
    const byMaker = await call(maker, 'approvals.approve', { approvalId, payloadHash });
    expect(outcomeOf(byMaker)).toBe('OWN_REQUEST');
    await data(finance, 'approvals.approve', { approvalId, payloadHash });
    expect(await bonusOf(uid)).toBe(0);
    const again = await call(finance, 'approvals.approve', { approvalId, payloadHash });
    expect(outcomeOf(again)).toBe('OWN_REQUEST');
    expect(await data(director, 'approvals.approve', { approvalId, payloadHash })).toEqual({
      state: 'done',
      failure: null,
    });
    expect(await bonusOf(uid)).toBe(250);
    const { notices } = await product.data('o-ann', 'inbox.list', { limit: 5 });
    expect(notices[0]).toMatchObject({
      template: 'manual-credit',
      parameters: { amount: 250, occasion: 'service' },
    });
    const entry = await readEntry(platform, `manual:${approvalId}`);
    expect(entry).toMatchObject({ reason: 'manual', reference: { type: 'approval', id: approvalId } });
  });

  test.each([
    ['nothing', { amount: 0 }],
    ['less than nothing', { amount: -5 }],
    ['half a credit', { amount: 1.5 }],
    ['more than at once', { amount: 20_001 }],
    ['no reason', { reason: ' ' }],
    ['an occasion that there is not', { occasion: 'because' }],
  ])('is refused for %s', async (_, wrong) => {
    expect(outcomeOf(await call(maker, 'books.requestCredit', { ...credit(uid), ...wrong }))).toBe(
      'INVALID_INPUT',
    );
  });

  test('is refused for nobody, and for oneself as a rider', async () => {
    expect(outcomeOf(await call(maker, 'books.requestCredit', credit('0'.repeat(26))))).toBe('NOT_FOUND');
    const own = await product.signedInRider(maker.openid, { consent: true });
    expect(outcomeOf(await call(maker, 'books.requestCredit', credit(own)))).toBe('OWN_REQUEST');
  });

  test('is not decided by who would get it as a rider', async () => {
    const own = await product.signedInRider(finance.openid, { consent: true });
    const { approvalId } = await data(maker, 'books.requestCredit', credit(own));
    const { payloadHash } = await data(director, 'approvals.get', { approvalId });
    const byHer = await call(finance, 'approvals.approve', { approvalId, payloadHash });
    expect(outcomeOf(byHer)).toBe('OWN_REQUEST');
  });

  test('comes to nobody whose account was closed before the second has agreed', async () => {
    const gone = await partner.riderWithCard('o-gone', 'card-number-9001');
    await partner.rides([shortRide('gone', 'card-number-9001', product.cloud.nowMs() - HOUR_MS)]);
    const { approvalId } = await data(maker, 'books.requestCredit', credit(gone));
    const answer = () => ({ closed: true });
    const facts = { parametersVersion: 1, nowMs: platform.nowMs(), answer };
    await closeUser(platform, userAccount(gone), facts);
    expect(await agreeBoth(approvalId)).toMatchObject({ state: 'failed' });
    expect(await bonusOf(gone)).toBe(0);
    expect(outcomeOf(await call(maker, 'books.requestCredit', credit(gone)))).toBe('INVALID_INPUT');
  });
});

describe('an entry taken back', () => {
  test('goes with its ride, and the partner’s own reversal finds it done', async () => {
    const entryKey = await tripKeyOf(0);
    const before = await carbonOf(uid);
    const { approvalId } = await data(maker, 'books.requestReversal', { entryKey, reason });
    expect(await agreeBoth(approvalId)).toEqual({ state: 'done', failure: null });
    const after = await carbonOf(uid);
    expect(after.available).toBe(before.available - SHORT_RIDE_GRAMS);
    const { trips } = await product.data('o-ann', 'rides.list', { limit: 10 });
    expect(trips.find(({ tripId }) => tripId === entryKey)?.state).toBe('reversed');
    const { body } = await partner.post('reversals', { ticketId: 'one', reason: '退票' });
    expect(body).toMatchObject({ reversed: true, duplicate: true });
    expect(await carbonOf(uid)).toEqual(after);
    const found = await data(maker, 'books.entry', { entryKey });
    expect(found).toMatchObject({ reversal: 'reversed', reversalKey: reversalKey(entryKey) });
  });

  test('is refused for what was taken back, for a reversal, and for what credited nobody', async () => {
    const entryKey = await tripKeyOf(0);
    for (const key of [entryKey, reversalKey(entryKey)]) {
      const answer = await call(maker, 'books.requestReversal', { entryKey: key, reason });
      expect(outcomeOf(answer)).toBe('INVALID_INPUT');
    }
    expect(outcomeOf(await call(maker, 'books.requestReversal', { entryKey: 'nothing', reason }))).toBe(
      'NOT_FOUND',
    );
  });

  test('is not taken back twice when the partner is first', async () => {
    const entryKey = await tripKeyOf(1);
    const { approvalId } = await data(maker, 'books.requestReversal', { entryKey, reason });
    await partner.post('reversals', { ticketId: 'two', reason: '退票' });
    const before = await carbonOf(uid);
    const { failure } = await agreeBoth(approvalId);
    expect(failure).toContain('已经撤销');
    expect(await carbonOf(uid)).toEqual(before);
  });

  test('goes back to the campaign where it was a reward', async () => {
    const facts = (key: string) => ({
      key,
      requestHash: key,
      parametersVersion: 1,
      nowMs: platform.nowMs(),
      answer: () => ({}),
    });
    const { ledger, version } = await currentParameters(platform);
    const campaignId = 'spring';
    await fundCampaign(platform, { campaignId, amount: 500, shardCount: 1 }, facts('funding'));
    const reward = { campaignId, accountId: userAccount(uid), amount: 30 };
    const paid = { ...facts('reward:1'), reason: 'reward', commitment: null };
    await payReward(
      platform,
      reward,
      { ...paid, reference: { type: 'campaign', id: campaignId } },
      { ...ledger, version },
    );
    const before = await bonusOf(uid);
    const { approvalId } = await data(maker, 'books.requestReversal', { entryKey: 'reward:1', reason });
    expect(await agreeBoth(approvalId)).toMatchObject({ state: 'done' });
    expect(await bonusOf(uid)).toBe(before - 30);
    expect((await readBalance(platform, 'campaign:spring#00')).bonus.available).toBe(500);
  });
});

describe('looking', () => {
  test('shows account and entries with a chain that can be computed again, and is written down', async () => {
    const { account } = await data(finance, 'books.account', { accountId: uid.slice(0, 8) });
    expect(account).toMatchObject({ accountId: userAccount(uid), uid, isClosed: false });
    const page = await data(finance, 'books.entries', { accountId: userAccount(uid), limit: 3 });
    expect(page.entries[0]).toMatchObject({ seq: account?.seq, hash: account?.head });
    const next = await data(finance, 'books.entries', {
      accountId: userAccount(uid),
      cursor: page.nextCursor,
    });
    const all = [...page.entries, ...next.entries];
    expect(all.map(({ previousHash }) => previousHash).slice(0, -1)).toEqual(
      all.map(({ hash }) => hash).slice(1),
    );
    const { entry } = await data(finance, 'books.entry', { entryKey: all[1]!.key });
    const { chain, ...said } = entry as unknown as { chain: { account: string; seq: number }[] };
    const [link] = chain as unknown as [{ account: string; seq: number; previousHash: string; hash: string }];
    const { account: of, seq, previousHash } = link;
    expect(linkHash({ account: of, seq, previousHash, entry: said as never })).toBe(link.hash);
    const looks: AuditEntry[] = await platform.database.find(auditEntries, {
      where: { actorId: finance.staffId, target: `rider:${uid}` },
      limit: 100,
    });
    expect(looks.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['books.account', 'books.entry']),
    );
  });

  test('finds a pool or a campaign by its name, and nobody by no number', async () => {
    const { account } = await data(finance, 'books.account', { accountId: 'campaign:spring#00' });
    expect(account).toMatchObject({ uid: null, balance: { bonus: { available: 500 } } });
    expect(await data(finance, 'books.account', { accountId: 'pool:none:2020-01' })).toEqual({
      account: null,
    });
    expect(await data(finance, 'books.account', { accountId: 'zzzzzzzz' })).toEqual({ account: null });
  });
});

describe('a day', () => {
  test('agrees ride by ride with the ledger, and names the ride that does not', async () => {
    const page = await data(finance, 'books.reconcile', { partnerId: 'bawei', day });
    expect(page).toMatchObject({ mismatches: [], nextCursor: null });
    expect(page.entryGrams).toBe(page.tripGrams);
    const entryKey = await tripKeyOf(2);
    const kept = (await platform.database.get(entries, entryKey))!;
    const posting = kept.postings[0]!;
    const forged = [{ ...posting, lots: [{ ...posting.lots[0]!, amount: 4_100 }] }];
    const forge = (postings: Entry['postings']) =>
      platform.database.transact(transaction => transaction.update(entries, entryKey, { postings }));
    await forge(forged);
    const found = await data(finance, 'books.reconcile', { partnerId: 'bawei', day });
    expect(found.mismatches).toEqual([
      { tripId: entryKey, tripGrams: SHORT_RIDE_GRAMS, entryGrams: 4_100, isReversed: false },
    ]);
    await forge(kept.postings);
  });

  test('shows its seal once it has one', async () => {
    expect((await data(finance, 'books.day', { day })).seal).toBeNull();
    expect(outcomeOf(await call(finance, 'books.day', { day: '2026-13-40' }))).toBe('INVALID_INPUT');
    const late = { ...platform, nowMs: () => platform.nowMs() + 17 * HOUR_MS };
    const times = { windowStartMs: late.nowMs(), deadlineMs: late.nowMs() + HOUR_MS };
    for (let cursor: string | null = 'ledger'; cursor !== null; )
      ({ cursor } = await sealDay.step(late, { cursor, ...times }));
    const sealed = await data(finance, 'books.day', { day });
    expect(sealed.seal).toMatchObject({ entryCount: sealed.entryCount, previousRoot: null, lateCount: 0 });
    expect(sealed.auditSeal?.entryCount).toBeGreaterThan(0);
    expect(sealed.flows).toContainEqual(expect.objectContaining({ account: 'mint:manual', amount: -250 }));
  });
});

describe('spending that was stopped', () => {
  test('goes on when two have agreed to that stop, and to no other', async () => {
    expect(outcomeOf(await call(maker, 'books.requestResume', { reason }))).toBe('INVALID_INPUT');
    await setPayingOut(platform, false, '余额与分录不符');
    const asked = await data(maker, 'books.requestResume', { reason });
    const stop = { isPaying: false, reason: '余额与分录不符', pendingApprovalId: asked.approvalId };
    expect(await data(finance, 'books.payingOut', {})).toMatchObject(stop);
    await setPayingOut(platform, true, null);
    await product.advanceClock(1_000);
    await setPayingOut(platform, false, '另一处不符');
    expect(await agreeBoth(asked.approvalId)).toMatchObject({ state: 'failed' });
    const second = await data(maker, 'books.requestResume', { reason });
    expect(await agreeBoth(second.approvalId)).toEqual({ state: 'done', failure: null });
    expect((await readPayingOut(platform)).payingOut).toBe(true);
  });
});

describe('spending by a ledger that is known to be wrong', () => {
  const where = { account: null, key: 'trip:9', seq: 3, day: '2026-11-10', problem: 'the hash differs' };
  const finding = { code: 'CHANGED' as const, ...where };
  const solve = async () => {
    await forgetFindings(platform, platform.nowMs() + 1);
    const { alarms } = await data(finance, 'alarms.list', { state: 'open' });
    for (const { alarmId } of alarms) await call(finance, 'alarms.acknowledge', { alarmId, note: '已查明' });
  };
  const refusal = async () => {
    const answer = await call(maker, 'books.requestResume', { reason });
    return answer.ok ? 'ok' : [answer.error.code, answer.error.details?.reason];
  };

  test('is not asked for before the findings are gone and somebody has looked at the alarms', async () => {
    await recordFindings(platform, [finding]);
    expect(await refusal()).toEqual(['LEDGER_UNSOLVED', '最近核对仍有 1 处问题，未处理告警 1 条']);
    await forgetFindings(platform, platform.nowMs() + 1);
    expect(await refusal()).toEqual(['LEDGER_UNSOLVED', '最近核对仍有 0 处问题，未处理告警 1 条']);
    await solve();
    const { approvalId } = await data(maker, 'books.requestResume', { reason });
    const { differences } = await data(director, 'approvals.get', { approvalId });
    expect(differences).toContainEqual({ label: '未处理告警', before: '0 条', after: '0 条' });
    expect(differences[0]).toMatchObject({ before: '账本核对发现问题' });
    await recordFindings(platform, [finding]);
    expect(await agreeBoth(approvalId)).toMatchObject({ state: 'failed' });
    expect((await readPayingOut(platform)).payingOut).toBe(false);
    await solve();
    await setPayingOut(platform, true, null);
  });
});

test('an alarm is acknowledged once, by name and with a note', async () => {
  await raiseAlarm(platform, { kind: 'ledger-finding', subject: 'trip:1', details: { code: 'BALANCE' } });
  const { alarms } = await data(finance, 'alarms.list', { state: 'open' });
  expect(alarms).toMatchObject([{ subject: 'trip:1', count: 1, acknowledged: null }]);
  const { alarmId } = alarms[0]!;
  expect(outcomeOf(await call(maker, 'alarms.acknowledge', { alarmId, note: '我来查' }))).toBe('ok');
  const late = await call(finance, 'alarms.acknowledge', { alarmId, note: '我来查' });
  expect(outcomeOf(late)).toBe('ALREADY_DECIDED');
  expect((await data(finance, 'alarms.list', { state: 'open' })).alarms).toEqual([]);
  const seen = await data(director, 'alarms.list', { state: 'acknowledged' });
  expect(seen.alarms[0]?.acknowledged).toMatchObject({
    by: { staffId: maker.staffId, name: expect.stringContaining('员工') },
    note: '我来查',
  });
});

test('a repeated request asks once', async () => {
  const requestId = randomUUID();
  const first = await call(maker, 'books.requestCredit', credit(uid, 7), requestId);
  const second = await call(maker, 'books.requestCredit', credit(uid, 7), requestId);
  expect(second).toEqual(first);
  expect(outcomeOf(await call(maker, 'books.requestCredit', credit(uid, 8), requestId))).toBe(
    'IDEMPOTENCY_CONFLICT',
  );
});

test('each call takes as many database calls as its parts say', async () => {
  const event = (procedure: string, input: object) => ({ procedure, input, requestId: randomUUID() });
  const callsOf = (procedure: string, input: object) =>
    product.databaseCalls(() => product.callFunction('staff', finance.openid, event(procedure, input)));
  // In a minute of its own: whether a window was opened by a process that is gone depends on how fast the machine is.
  await product.nextMinute();
  // Whatever is read once a minute is read by this one.
  await callsOf('books.account', { accountId: uid });
  // The door takes five, and a look that is written down five more.
  const counts: Record<string, number> = {
    'books.account': await callsOf('books.account', { accountId: uid }),
    'books.entries': await callsOf('books.entries', { accountId: userAccount(uid) }),
    'books.entry': await callsOf('books.entry', { entryKey: await tripKeyOf(2) }),
    'books.day': await callsOf('books.day', { day }),
    'books.reconcile': await callsOf('books.reconcile', { partnerId: 'bawei', day }),
    'books.payingOut': await callsOf('books.payingOut', {}),
    'alarms.list': await callsOf('alarms.list', { state: 'open' }),
    'books.requestReversal': await callsOf('books.requestReversal', {
      entryKey: await tripKeyOf(2),
      reason,
    }),
  };
  expect(counts).toEqual({
    'books.account': 13,
    'books.entries': 11,
    'books.entry': 13,
    'books.day': 8,
    'books.reconcile': 7,
    'books.payingOut': 7,
    'alarms.list': 6,
    'books.requestReversal': 25,
  });
});

test('whatever was corrected, the whole ledger still holds', async () => {
  const lines: string[] = [];
  for await (const line of readLedger(connectEndpoint(product.cloud.url))) lines.push(JSON.stringify(line));
  expect(await verifyLedger(lines)).toMatchObject({ faults: [], ok: true });
});
