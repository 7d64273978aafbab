/** Declared trips from the phone to the console: upload, WeChat's push, review, appeal, deletion. */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CallAnswer } from '../../../../cloudfunctions/contract/envelope';
import type {
  StaffInput,
  StaffOutput,
  StaffProcedureName,
} from '../../../../cloudfunctions/contract/staff/procedures';
import { personalParts } from '../../../../cloudfunctions/domain/reports';
import { reports } from '../../../../cloudfunctions/domain/reports/store';
import { answerCall as answerStaff } from '../../../../cloudfunctions/functions/staff/answer-call';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { asJpeg, tripPage, withPlace } from '../../../support/screenshots';
import { until } from '../../../support/until';
import { plantPerson } from '../staff/people';

let product: Product;
let reviewer: string;
let colleague: string;
beforeAll(async () => {
  product = await startProduct();
  reviewer = (await plantPerson(product.platform, { roleIds: ['customer-service'] })).openid;
  colleague = (await plantPerson(product.platform, { roleIds: ['user-ops'] })).openid;
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
let drawn = 0;

/** Another trip's page every time. */
const screenshot = (): Buffer => {
  drawn += 1;
  const order = String(10_000_000 + drawn * 7_654_321).slice(0, 8);
  return asJpeg(tripPage({ time: `0${drawn % 10}:${10 + (drawn % 50)}`, day: '2026-11-10', order }));
};

async function upload(openid: string, content: Buffer) {
  const { uploadId, cloudPath } = await product.data(openid, 'reports.beginUpload', {});
  const response = await product.http(`/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-wx-openid': openid },
    body: new Uint8Array(content),
  });
  const { fileID } = (await response.json()) as { fileID: string };
  return { uploadId, fileId: fileID };
}

/** An hour's ride that ended a while ago; each one a little earlier, so that none overlaps another. */
let ended = 0;
const tripOf = () => {
  ended += 1;
  const toMs = product.cloud.nowMs() - ended * 2 * HOUR_MS;
  return { mode: 'metro', from: '车公庙', to: '布吉', fromMs: toMs - HOUR_MS, toMs, statedMetres: null };
};

const submission = (sent: { uploadId: string; fileId: string }) => ({
  ...tripOf(),
  ...sent,
  agreed: true as const,
});

const declare = async (openid: string, content = screenshot()) =>
  (await product.data(openid, 'reports.submit', submission(await upload(openid, content)))).report;

async function refusal(answer: ReturnType<typeof product.call>) {
  const given = await answer;
  if (given.ok) throw new Error(`It was taken: ${JSON.stringify(given.data)}`);
  return given.error;
}

const stored = (reportId: string) => product.platform.database.get(reports, reportId);

/** Until WeChat's push has come: it is played with real time between question and answer. */
const settled = (reportId: string): Promise<string> =>
  until(async () => {
    const state = (await stored(reportId))?.state;
    return state !== 'checking' && String(state);
  });

const say = (mediaAnswer: string) =>
  product.http('/wechat', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mediaAnswer }),
  });

async function staff<Name extends StaffProcedureName>(
  openid: string,
  procedure: Name,
  input: StaffInput<Name>,
): Promise<CallAnswer<StaffOutput<Name>>> {
  const caller = { openid, unionid: null, source: 'wx_client', address: '203.0.113.9' };
  const answer = await answerStaff(product.platform, caller, { procedure, requestId: randomUUID(), input });
  return answer as CallAnswer<StaffOutput<Name>>;
}

/** What a call that has to go through answers. */
async function staffData<Name extends StaffProcedureName>(
  ...call: [openid: string, procedure: Name, input: StaffInput<Name>]
): Promise<StaffOutput<Name>> {
  const answer = await staff(...call);
  if (!answer.ok) throw new Error(`${call[1]}: ${answer.error.code}`);
  return answer.data;
}

const filesOf = (): string[] =>
  readdirSync(path.join(product.dataFolder, 'files'))
    .filter(name => name.endsWith('.json'))
    .map(name => JSON.parse(readFileSync(path.join(product.dataFolder, 'files', name), 'utf8')).path);

test('a declared trip is checked by WeChat, approved by a person, and pays half as bonus', async () => {
  await product.signedInRider('o-ann', { consent: true });
  const report = await declare('o-ann', withPlace(screenshot(), '22.5431N'));
  expect(report).toMatchObject({ state: 'checking', refusal: null, claim: { from: '车公庙', to: '布吉' } });
  // What the phone sent is gone already, and what is kept says nothing of where it was taken.
  expect(filesOf().filter(file => file.startsWith('report-uploads/'))).toEqual([]);
  const { picture } = await product.data('o-ann', 'reports.get', { reportId: report.reportId });
  const kept = Buffer.from(await (await fetch(picture ?? '')).arrayBuffer());
  expect(kept.includes('22.5431N')).toBe(false);
  expect(await settled(report.reportId)).toBe('waiting');

  const queue = await staffData(reviewer, 'reports.queue', { queue: 'first', cursor: null });
  expect(queue.reports.map(one => one.reportId)).toContain(report.reportId);
  const opened = await staffData(reviewer, 'reports.open', { reportId: report.reportId });
  expect(opened).toMatchObject({ hindrance: null, check: 'pass', month: { made: 1, refused: 0 } });
  expect(opened.networkMetres).toBe(report.distanceMetres);
  expect(opened.picture).toMatch(/^http/);

  const before = (await product.data('o-ann', 'ledger.balance', {})).balance.bonus.available;
  const decision = { reportId: report.reportId, verdict: 'approve' as const, reason: '日期站名一致' };
  const decided = await staffData(reviewer, 'reports.decide', decision);
  expect(decided).toMatchObject({ state: 'paid', words: null });
  const after = (await product.data('o-ann', 'ledger.balance', {})).balance.bonus.available;
  expect(after - before).toBe(decided.credits);
  expect(decided.credits).toBe(report.credits);
  expect(decided.credits).toBeGreaterThan(0);
  expect(await staff(colleague, 'reports.decide', decision)).toMatchObject({
    error: { code: 'ALREADY_DECIDED' },
  });
  const { notices } = await product.data('o-ann', 'inbox.list', { limit: 5 });
  expect(notices[0]).toMatchObject({
    template: 'report-paid',
    parameters: { credits: decided.credits },
  });
}, 120_000);

test('a refusal can be appealed once, and another person decides it', async () => {
  await product.signedInRider('o-bob', { consent: true });
  const { reportId } = await declare('o-bob');
  await settled(reportId);
  const refuse = { reportId, verdict: 'refuse' as const, code: 'unreadable' as const, reason: '字太小' };
  expect(await staff(reviewer, 'reports.decide', refuse)).toMatchObject({ data: { state: 'refused' } });
  const { report } = await product.data('o-bob', 'reports.get', { reportId });
  expect(report.refusal?.words).toBe('截图看不清，请用原图重新申报。审核说明：字太小');
  expect(report.appealUntilMs).toBe((report.decidedAtMs ?? 0) + 7 * DAY_MS);

  const words = '截图第二行就是进站时间';
  expect((await product.data('o-bob', 'reports.appeal', { reportId, words })).report.state).toBe('appealed');
  const again = { reportId, verdict: 'approve' as const, reason: '复核一致' };
  expect(await staff(reviewer, 'reports.decide', again)).toMatchObject({ error: { code: 'OWN_REQUEST' } });
  expect((await staffData(reviewer, 'reports.open', { reportId })).hindrance).toBe('decided-before');
  expect(
    await staff(colleague, 'reports.decide', {
      ...again,
      verdict: 'refuse' as const,
      code: 'other' as const,
    }),
  ).toMatchObject({
    data: { state: 'refused' },
  });
  expect((await refusal(product.call('o-bob', 'reports.appeal', { reportId, words }))).code).toBe(
    'APPEAL_CLOSED',
  );
}, 120_000);

test('nobody decides his own report, and who may not review only looks', async () => {
  await product.signedInRider(colleague, { consent: true });
  const { reportId } = await declare(colleague);
  await settled(reportId);
  const approve = { reportId, verdict: 'approve' as const, reason: '我自己的' };
  expect(await staff(colleague, 'reports.decide', approve)).toMatchObject({ error: { code: 'OWN_REQUEST' } });
  const { openid } = await plantPerson(product.platform, { roleIds: ['director'] });
  expect((await staff(openid, 'reports.open', { reportId })).ok).toBe(true);
  expect(await staff(openid, 'reports.decide', approve)).toMatchObject({ error: { code: 'FORBIDDEN' } });
}, 120_000);

test('the same picture is taken once, of any rider; a repeated request gets the same report', async () => {
  for (const openid of ['o-cat', 'o-dan']) await product.signedInRider(openid, { consent: true });
  const content = screenshot();
  const input = submission(await upload('o-cat', content));
  const requestId = randomUUID();
  const first = await product.data('o-cat', 'reports.submit', input, { requestId });
  expect(await product.data('o-cat', 'reports.submit', input, { requestId })).toMatchObject({
    report: { reportId: first.report.reportId },
  });
  const changed = product.call('o-cat', 'reports.submit', { ...input, note: '别的' }, { requestId });
  expect((await refusal(changed)).code).toBe('IDEMPOTENCY_CONFLICT');

  const own = await refusal(
    product.call('o-cat', 'reports.submit', submission(await upload('o-cat', content))),
  );
  expect(own).toMatchObject({ code: 'PICTURE_USED', details: { field: 'picture' } });
  expect(own.details.reason).toMatch(/你已经用这张截图/);
  const other = await refusal(
    product.call('o-dan', 'reports.submit', submission(await upload('o-dan', content))),
  );
  expect(other.details.reason).toMatch(/你自己本次出行的截图/);
}, 120_000);

test('what cannot have happened, or is no picture of this rider, is refused in words', async () => {
  await product.signedInRider('o-eve', { consent: true });
  const sent = await upload('o-eve', screenshot());
  const good = submission(sent);
  const tries: [object, string, RegExp][] = [
    [{ toMs: good.fromMs - 1 }, 'INVALID_INPUT', /到达时间要晚于/],
    [{ toMs: product.cloud.nowMs() + HOUR_MS }, 'INVALID_INPUT', /结束之后/],
    [{ fromMs: good.fromMs - 30 * DAY_MS }, 'INVALID_INPUT', /最近 7 天/],
    [{ toMs: good.fromMs + 61_000 }, 'INVALID_INPUT', /对不上/],
    [{ to: good.from }, 'INVALID_INPUT', /同一站/],
    [{ to: '没有这个站' }, 'INVALID_INPUT', /没有找到/],
    [{ mode: 'rocket' }, 'INVALID_INPUT', /减排因子|里程/],
    [{ uploadId: 'z'.repeat(26) }, 'PICTURE_REFUSED', /过期/],
    [{ fileId: 'cloud://elsewhere.bucket/a.jpg' }, 'PICTURE_REFUSED', /过期/],
  ];
  for (const [change, code, words] of tries) {
    const { code: given, details } = await refusal(
      product.call('o-eve', 'reports.submit', { ...good, ...change }),
    );
    expect({ given, reason: details.reason }).toEqual({ given: code, reason: expect.stringMatching(words) });
  }
  await product.signedInRider('o-fox', { consent: true });
  const stolen = await refusal(product.call('o-fox', 'reports.submit', { ...good, fileId: sent.fileId }));
  expect(stolen.code).toBe('PICTURE_REFUSED');
  await product.signedInRider('o-shy');
  expect((await refusal(product.call('o-shy', 'reports.beginUpload', {}))).code).toBe('CONSENT_REQUIRED');
}, 120_000);

test('a picture that WeChat calls a risk is refused, hidden from everybody and deleted', async () => {
  await product.signedInRider('o-gus', { consent: true });
  await say('risky');
  const { reportId } = await declare('o-gus');
  expect(await settled(reportId)).toBe('refused');
  await say('pass');
  expect((await stored(reportId))?.refusal?.code).toBe('picture-risky');
  expect((await staffData(reviewer, 'reports.open', { reportId })).picture).toBeNull();
  await product.advanceClock(11 * 60_000);
  expect(await stored(reportId)).toMatchObject({ pictureId: null, pictureDueAtMs: null });
}, 120_000);

test('without an answer WeChat is asked again, three times in all; then the report is given back', async () => {
  await product.signedInRider('o-hal', { consent: true });
  await say('silent');
  const { reportId } = await declare('o-hal');
  for (let asked = 1; asked <= 3; asked += 1) {
    expect(await stored(reportId)).toMatchObject({ state: 'checking', check: { tries: asked } });
    await product.advanceClock(46 * 60_000);
  }
  await say('pass');
  expect(await stored(reportId)).toMatchObject({ state: 'refused', refusal: { code: 'picture-unchecked' } });
}, 120_000);

test('a withdrawn report loses its picture at once, and a decided one after two weeks', async () => {
  await product.signedInRider('o-ivy', { consent: true });
  const taken = await declare('o-ivy');
  await product.data('o-ivy', 'reports.withdraw', { reportId: taken.reportId });
  const decided = await declare('o-ivy');
  await settled(decided.reportId);
  const { reportId } = decided;
  // The code of the first reviewer was confirmed too long ago by now.
  const { openid } = await plantPerson(product.platform, { roleIds: ['customer-service'] });
  const refuse = { reportId, verdict: 'refuse' as const, code: 'no-trip' as const, reason: '没有行程' };
  expect(await staff(openid, 'reports.decide', refuse)).toMatchObject({ data: { state: 'refused' } });
  const withdraw = refusal(product.call('o-ivy', 'reports.withdraw', { reportId }));
  expect((await withdraw).code).toBe('ALREADY_DECIDED');
  await product.advanceClock(11 * 60_000);
  expect((await stored(taken.reportId))?.pictureId).toBeNull();
  expect((await stored(reportId))?.pictureId).not.toBeNull();
  const later = { ...product.platform, nowMs: () => product.cloud.nowMs() + 15 * DAY_MS };
  const { tendReports } = await import('../../../../cloudfunctions/domain/reports');
  await tendReports.step(later, { windowStartMs: 0, cursor: 'pictures', deadlineMs: later.nowMs() + 60_000 });
  expect((await stored(reportId))?.pictureId).toBeNull();
}, 120_000);

test('a closed account leaves no report, no picture and no trace of one', async () => {
  const uid = await product.signedInRider('o-jay', { consent: true });
  const { reportId } = await declare('o-jay');
  await upload('o-jay', screenshot());
  const paths = filesOf().length;
  const [part] = personalParts;
  expect(await part!.count!(product.platform, uid)).toBe(1);
  expect(await part!.forget!(product.platform, uid, product.cloud.nowMs() + 60_000)).toBe(true);
  expect(await stored(reportId)).toBeNull();
  expect(filesOf().length).toBe(paths - 2);
}, 120_000);

test('the database calls of each procedure are known', async () => {
  await product.signedInRider('o-kim', { consent: true });
  const sent = await upload('o-kim', screenshot());
  await product.nextMinute();
  await product.data('o-kim', 'reports.terms', {});
  const calls = {
    terms: await product.databaseCalls(() => product.data('o-kim', 'reports.terms', {})),
    beginUpload: await product.databaseCalls(() => product.data('o-kim', 'reports.beginUpload', {})),
    submit: await product.databaseCalls(() => product.data('o-kim', 'reports.submit', submission(sent))),
    list: await product.databaseCalls(() => product.data('o-kim', 'reports.list', { limit: 20 })),
  };
  expect(calls).toEqual({ terms: 4, beginUpload: 10, submit: 27, list: 4 });
}, 120_000);
