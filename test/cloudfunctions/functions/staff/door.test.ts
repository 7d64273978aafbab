import { firstRoles } from '../../../../cloudfunctions/contract/permissions';
import {
  type StaffProcedureName,
  staffProcedures,
} from '../../../../cloudfunctions/contract/staff/procedures';
import type { StaffProcedureContract } from '../../../../cloudfunctions/contract/staff/shapes';
import { answers } from '../../../../cloudfunctions/domain/answers/store';
import { outsiderId } from '../../../../cloudfunctions/domain/audit';
import { type AuditEntry, auditEntries } from '../../../../cloudfunctions/domain/audit/store';
import { type EntryFacts, manualCredit, userAccount } from '../../../../cloudfunctions/domain/ledger';
import { ownTripId } from '../../../../cloudfunctions/domain/own-trips';
import { currentParameters } from '../../../../cloudfunctions/domain/parameters';
import { reports } from '../../../../cloudfunctions/domain/reports/store';
import { signIn } from '../../../../cloudfunctions/domain/riders';
import { staffMembers } from '../../../../cloudfunctions/domain/staff/store';
import { answerCall } from '../../../../cloudfunctions/functions/staff/answer-call';
import { consoleProcedures } from '../../../../cloudfunctions/functions/staff/registry';
import type { Platform } from '../../../../cloudfunctions/platform';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { inputs, NOBODY } from './inputs';
import { callAs, outcomeOf, type PlantedPerson, plantPerson } from './people';

const everyRole = Object.keys(firstRoles);
const contracts = Object.entries(staffProcedures) as [StaffProcedureName, StaffProcedureContract][];

let product: Product;
let platform: Platform;
let mighty: PlantedPerson;
beforeAll(async () => {
  product = await startProduct();
  ({ platform } = product);
  mighty = await plantPerson(platform, { roleIds: everyRole });
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const entriesOf = (actorId: string): Promise<AuditEntry[]> =>
  platform.database.find(auditEntries, { where: { actorId }, orderBy: [['timeline', 'asc']], limit: 100 });

const call = (
  person: { openid: string },
  procedure: StaffProcedureName,
  input: unknown,
  requestId?: string,
) => callAs(platform, person.openid, { procedure, input, ...(requestId !== undefined && { requestId }) });

test('the built function answers a phone, and takes nobody from the event', async () => {
  const event = { procedure: 'desk.enter', openid: mighty.openid, OPENID: mighty.openid, input: {} };
  const answer = await product.callFunction('staff', 'o-stranger', event);
  expect(answer).toMatchObject({ ok: true, data: { state: 'outsider', member: null } });
  const mine = await product.callFunction('staff', mighty.openid, { procedure: 'roles.list', input: {} });
  expect(mine).toMatchObject({ ok: true });
});

test.each(['wx_http', 'wx_trigger', 'wx_client,scf', 'scf', ''])('source %j is refused', async source => {
  const caller = { openid: mighty.openid, unionid: null, source, address: '' };
  const answer = await answerCall(platform, caller, { procedure: 'staff.list', input: {} });
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
});

describe('who may not', () => {
  /** The same input about what there is and about what there is not. */
  const twins = async (): Promise<[StaffProcedureName, object, object][]> => {
    const target = await plantPerson(platform, { roleIds: ['finance'] });
    const asked = await call(target, 'desk.requestElevation', inputs['desk.requestElevation']);
    if (!asked.ok) throw new Error(JSON.stringify(asked.error));
    const { approvalId } = asked.data as { approvalId: string };
    const { uid } = await signIn(platform, { openid: 'o-some-rider', requestId: 'request-1' });
    const names: Record<string, readonly [existing: string, missing: string]> = {
      staffId: [target.staffId, NOBODY],
      successorId: [target.staffId, NOBODY],
      approvalId: [approvalId, NOBODY],
      roleId: ['director', 'nothing'],
      partnerId: ['bawei', 'nobody'],
      account: [`staff:${target.staffId}`, 'staff:nobody'],
      uid: [uid, NOBODY],
      number: [uid.slice(0, 8), '00000000'],
    };
    return contracts.flatMap(([name]) => {
      const input = inputs[name] as Record<string, unknown>;
      const fields = Object.keys(input).filter(field => field in names);
      const about = (at: 0 | 1) => ({
        ...input,
        ...Object.fromEntries(fields.map(field => [field, names[field]![at]])),
      });
      return fields.length > 0 ? [[name, about(0), about(1)]] : [];
    });
  };

  test('cannot tell from an answer whether there is such a thing', async () => {
    const people = {
      outsider: { openid: 'o-curious' },
      content: await plantPerson(platform, { roleIds: ['content'] }),
    };
    const compared: string[] = [];
    for (const [procedure, existing, missing] of await twins()) {
      for (const [name, person] of Object.entries(people)) {
        const [first, second] = [
          await call(person, procedure, existing),
          await call(person, procedure, missing),
        ];
        if (first.ok || second.ok) throw new Error(`${procedure} let ${name} in`);
        const { logId: _first, ...one } = first.error;
        const { logId: _second, ...other } = second.error;
        expect([procedure, name, JSON.stringify(one)]).toEqual([procedure, name, JSON.stringify(other)]);
        compared.push(procedure);
      }
    }
    expect(new Set(compared).size).toBeGreaterThan(20);
  });

  test('is in the audit log, with the procedure, what it was about and why, and without an openid', async () => {
    const content = await plantPerson(platform, { roleIds: ['content'] });
    const unconfirmed = await plantPerson(platform, {
      roleIds: ['account-admin'],
      code: { confirmedUntilMs: null },
    });
    const target = content.staffId;
    const disable = { staffId: target, reason: '试试看' };
    await call({ openid: 'o-nosy' }, 'staff.disable', disable);
    await call(content, 'staff.disable', { ...disable, staffId: mighty.staffId });
    expect(outcomeOf(await call(unconfirmed, 'staff.disable', disable))).toBe('CONFIRMATION_REQUIRED');
    expect(outcomeOf(await call(mighty, 'staff.disable', { ...disable, staffId: mighty.staffId }))).toBe(
      'OWN_REQUEST',
    );
    const common = { action: 'staff.disable', permission: 'staff.suspend', result: 'denied' };
    const outsider = outsiderId(platform, 'o-nosy');
    expect(await entriesOf(outsider)).toMatchObject([
      { ...common, target: `staff:${target}`, code: 'NOT_STAFF', roles: [] },
    ]);
    expect(await entriesOf(content.staffId)).toMatchObject([
      { ...common, target: `staff:${mighty.staffId}`, code: 'FORBIDDEN', roles: ['content'] },
    ]);
    expect(await entriesOf(mighty.staffId)).toMatchObject([{ ...common, code: 'OWN_REQUEST' }]);
    // To be asked for a code is the ordinary way of a risky deed.
    expect(await entriesOf(unconfirmed.staffId)).toEqual([]);
    expect(JSON.stringify(await entriesOf(outsider))).not.toContain('o-nosy');
  });

  test('does not fill the audit log by trying again and again, and is refused all the same', async () => {
    const flood = { openid: 'o-flood' };
    const outcomes: string[] = [];
    for (let at = 0; at < 14; at += 1) outcomes.push(outcomeOf(await call(flood, 'staff.list', {})));
    expect(new Set(outcomes)).toEqual(new Set(['NOT_STAFF']));
    expect(await entriesOf(outsiderId(platform, flood.openid))).toHaveLength(10);
  });

  test('who tries codes for the team is stopped', async () => {
    const guess = (code: string) => call({ openid: 'o-guesser' }, 'desk.claim', { code, name: '无名氏' });
    const outcomes: string[] = [];
    for (let at = 0; at < 6; at += 1) outcomes.push(outcomeOf(await guess(`WRONG-CODE-${at}`)));
    expect(outcomes).toEqual([...Array(5).fill('CLAIM_REFUSED'), 'RATE_LIMITED']);
    expect(await entriesOf(outsiderId(platform, 'o-guesser'))).toHaveLength(5);
  });

  test('is named in the audit log when he is a member, also where anybody may ask', async () => {
    const member = await plantPerson(platform, { roleIds: ['content'] });
    const wrong = { code: 'WRONG-CODE', name: '无名氏' };
    expect(outcomeOf(await call(member, 'desk.claim', wrong))).toBe('CLAIM_REFUSED');
    expect(await entriesOf(member.staffId)).toMatchObject([
      { action: 'desk.claim', code: 'CLAIM_REFUSED', roles: ['content'], permission: null },
    ]);
  });
});

describe('a repeated request', () => {
  test.each([
    ['one after the other', false],
    ['at the same time', true],
  ])('has one effect, one answer and one audit entry: %s', async (_name, together) => {
    const person = await plantPerson(platform, { roleIds: ['finance'] });
    const input = inputs['desk.requestElevation'];
    const send = () => call(person, 'desk.requestElevation', input, 'same-request');
    const given = together
      ? await Promise.all([send(), send(), send()])
      : [await send(), await send(), await send()];
    const ids = given.map(answer => (answer.ok ? JSON.stringify(answer.data) : answer.error.code));
    expect(new Set(ids).size).toBe(1);
    expect(given[0]).toMatchObject({ ok: true, data: { approvalId: expect.any(String) } });
    const requests = (entries: AuditEntry[]) => entries.filter(({ result }) => result === 'done').length;
    expect(requests(await entriesOf(person.staffId))).toBe(1);
    const other = await call(
      person,
      'desk.requestElevation',
      { ...input, reason: '另一个原因' },
      'same-request',
    );
    expect(outcomeOf(other)).toBe('IDEMPOTENCY_CONFLICT');
    expect(requests(await entriesOf(person.staffId))).toBe(1);
  });

  test('of another person is another request', async () => {
    const [one, other] = [
      await plantPerson(platform, { roleIds: ['finance'] }),
      await plantPerson(platform, { roleIds: ['finance'] }),
    ];
    const send = (person: PlantedPerson) =>
      call(person, 'desk.requestElevation', inputs['desk.requestElevation'], 'shared-request');
    const [first, second] = [await send(one), await send(other)];
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(first).not.toEqual(second);
  });

  test('finds its answer without that a secret was kept in it', async () => {
    const person = await plantPerson(platform, { code: null });
    const send = () => call(person, 'desk.beginCode', {}, 'begin-code');
    const [first, second] = [await send(), await send()];
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    expect(second).toEqual(first);
    const { secret } = first.data as { secret: string };
    const kept = await platform.database.get(answers, `desk.beginCode:${person.staffId}:begin-code`);
    expect(JSON.stringify(kept)).not.toContain(secret);
    expect(JSON.stringify(kept)).toContain(person.staffId);
  });

  test('does not show a secret again that is in force, or was replaced', async () => {
    const person = await plantPerson(platform, { code: null });
    const send = (requestId: string) => call(person, 'desk.beginCode', {}, requestId);
    await send('begin-first');
    expect(outcomeOf(await send('begin-second'))).toBe('ok');
    expect(outcomeOf(await send('begin-first'))).toBe('FORBIDDEN');
    const { oneTimeCode } = (await platform.database.get(staffMembers, person.staffId))!;
    const inForce = { oneTimeCode: { ...oneTimeCode!, activatedAtMs: 1 } };
    await platform.database.updateWhere(staffMembers, { _id: person.staffId }, inForce);
    expect(outcomeOf(await send('begin-second'))).toBe('FORBIDDEN');
  });
});

describe('a text that others read before they decide', () => {
  test.each(['\u202E', '\u2066', '\u200F'])('does not turn the direction of writing: %j', async mark => {
    const person = await plantPerson(platform, { roleIds: ['account-admin'] });
    const input = { ...inputs['roles.requestChange'], name: `内容${mark}编辑` };
    expect(outcomeOf(await call(person, 'roles.requestChange', input))).toBe('INVALID_INPUT');
    const elevation = { ...inputs['desk.requestElevation'], reason: `核对${mark}数字` };
    expect(outcomeOf(await call(person, 'desk.requestElevation', elevation))).toBe('INVALID_INPUT');
  });
});

describe('somebody who is disabled between the check and the deed', () => {
  /** Each transaction begins right after the person was disabled. */
  const overtaken = (staffId: string): Platform => ({
    ...platform,
    database: {
      ...platform.database,
      transact: async work => {
        await platform.database.updateWhere(
          staffMembers,
          { _id: staffId, state: 'active' },
          { state: 'disabled' },
        );
        return platform.database.transact(work);
      },
    },
  });
  const writing = contracts.filter(
    ([name, { mutating }]) => mutating && consoleProcedures.get(name)?.handler.access === 'member',
  );

  test.each(writing.map(([name]) => name))('does not get through with %s', async procedure => {
    const { openid, staffId } = await plantPerson(platform, { roleIds: everyRole });
    const answer = await callAs(overtaken(staffId), openid, { procedure, input: inputs[procedure] });
    expect(outcomeOf(answer)).toBe('STAFF_RESTING');
  });
});

/** The key of an entry of this rider. */
/** A report that waits for a reviewer; its picture is gone. */
async function reportOf(uid: string): Promise<string> {
  const nowMs = platform.nowMs();
  const reportId = ownTripId('self-report', uid, 'looked-at');
  const claim = { city: 'shenzhen', mode: 'metro', from: '布吉', to: '福田', statedMetres: null, note: '' };
  await platform.database.add(reports, {
    _id: reportId,
    uid,
    requestHash: uid,
    position: `${nowMs}-${uid}`,
    month: '2026-11',
    state: 'waiting',
    queue: 'first',
    claim: { ...claim, fromMs: nowMs - 3_600_000, toMs: nowMs - 1_800_000 },
    distanceMetres: 10_000,
    credits: 200,
    madeAtMs: nowMs,
    pictureId: null,
    pictureDueAtMs: null,
    check: { tries: 1, verdict: 'pass' },
    checkDueAtMs: null,
    alike: [],
    decisions: [],
    decidedAtMs: null,
    refusal: null,
    appeal: null,
  });
  return reportId;
}

async function entryOf(uid: string): Promise<string> {
  const { version, ledger } = await currentParameters(platform);
  const facts: EntryFacts = {
    key: `looked-at:${uid}`,
    requestHash: uid,
    reason: 'manual',
    reference: { type: 'approval', id: 'none' },
    commitment: null,
    parametersVersion: version,
    nowMs: platform.nowMs(),
    answer: () => null,
  };
  return (await manualCredit(platform, userAccount(uid), 1, facts, { ...ledger, version }))._id;
}

describe('a reading that shows people or takes much away', () => {
  const audited = contracts.filter(([, contract]) => contract.audited === 'reads').map(([name]) => name);

  test('is every one of these', () => {
    expect(audited).toEqual([
      'audit.export',
      'riders.find',
      'riders.trips',
      'reports.open',
      'books.account',
      'books.entries',
      'books.entry',
    ]);
  });

  test.each(audited)('leaves one entry a look: %s', async procedure => {
    const person = await plantPerson(platform, { roleIds: ['auditor', 'customer-service'] });
    const { uid } = await signIn(platform, { openid: 'o-looked-at', requestId: 'request-1' });
    const about: Partial<Record<StaffProcedureName, object>> = {
      'riders.find': { number: uid },
      'riders.trips': { uid },
      'books.account': { accountId: uid.slice(0, 8) },
      'books.entries': { accountId: userAccount(uid) },
      'books.entry': { entryKey: await entryOf(uid) },
      ...(procedure === 'reports.open' && { 'reports.open': { reportId: await reportOf(uid) } }),
    };
    const shown = { ...inputs[procedure], ...about[procedure] };
    expect(outcomeOf(await call(person, procedure, shown))).toBe('ok');
    const entries = await entriesOf(person.staffId);
    expect(entries).toMatchObject([{ action: procedure, result: 'done', code: null }]);
    const target =
      procedure === 'reports.open' ? `report:${ownTripId('self-report', uid, 'looked-at')}` : `rider:${uid}`;
    if (procedure !== 'audit.export') expect(entries[0]!.target).toBe(target);
  });
});

test('the frame knows no other way in than the contract’s', () => {
  const visitors = [...consoleProcedures].filter(([, { handler }]) => handler.access === 'visitor');
  expect(visitors.map(([name]) => name)).toEqual([
    'desk.enter',
    'desk.claim',
    'desk.superiors',
    'desk.apply',
    'desk.withdrawApplication',
  ]);
  for (const [, { contract }] of visitors) expect(contract.permission).toBe('anyone');
});
