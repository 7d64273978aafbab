import { type SentPoint, TRACK_NOTICE_VERSION } from '../../../../cloudfunctions/contract/tracks';
import { ownTrips } from '../../../../cloudfunctions/domain/own-trips/store';
import { trackRiders, trackSegments, tracks } from '../../../../cloudfunctions/domain/tracks/store';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { putClockOn, record, sendAndFinish, sentPoints, trackRider } from '../../../support/recorded-track';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

const reasonsOf = (track: { reasons: { code: string }[] }) => track.reasons.map(({ code }) => code);

async function refused(answer: ReturnType<Product['call']>) {
  const given = await answer;
  if (given.ok) throw new Error(`It was allowed: ${JSON.stringify(given.data)}`);
  return given.error;
}

const segmentsKept = (uid: string) => product.platform.database.count(trackSegments, { uid });

describe('recording', () => {
  test('asks for an agreement of its own, apart from the guideline', async () => {
    await product.signedInRider('o-asked', { consent: true });
    const { consent } = await product.data('o-asked', 'tracks.state', {});
    expect(consent).toEqual({ noticeVersion: TRACK_NOTICE_VERSION, given: false });
    expect(await refused(product.call('o-asked', 'tracks.begin', {}))).toMatchObject({
      code: 'CONSENT_REQUIRED',
      details: { field: 'location' },
    });
    const old = product.call('o-asked', 'tracks.consent', { noticeVersion: '2020-01-01' });
    expect((await refused(old)).code).toBe('INVALID_INPUT');
    await product.data('o-asked', 'tracks.consent', { noticeVersion: TRACK_NOTICE_VERSION });
    expect((await product.data('o-asked', 'tracks.begin', {})).open.segments).toBe(0);
  });

  test('a bicycle trip is judged one, and shows its line', async () => {
    await trackRider(product, 'o-ride');
    const recorded = await record(product, 'o-ride', { seed: 11 });
    const track = await sendAndFinish(product, 'o-ride', recorded);
    expect(reasonsOf(track)).toEqual([]);
    expect(track.distanceMetres).toBeGreaterThan(1_800);
    expect(track.line.length).toBeGreaterThan(100);
    // Half of what the factor of shared bikes, 33.88 g a kilometre, makes of it.
    const half = Math.floor(Math.floor((track.distanceMetres * 33_880) / 1_000_000) / 2);
    expect(track).toMatchObject({ paidCredits: half, payment: null });
    const { balance } = await product.data('o-ride', 'ledger.balance', {});
    expect(balance).toMatchObject({ carbon: { available: 0 }, bonus: { available: half } });
    expect((await product.data('o-ride', 'tracks.state', {})).open).toBeNull();
  });

  test('is one at a time: a second begin goes on with the first, from where it is', async () => {
    await trackRider(product, 'o-crash');
    const { trackId, points } = await record(product, 'o-crash', { seed: 12 });
    await product.data('o-crash', 'tracks.append', { trackId, number: 0, points: points.slice(0, 80) });
    const { open } = await product.data('o-crash', 'tracks.begin', {});
    expect(open).toMatchObject({ trackId, segments: 1, points: 80 });
    await product.data('o-crash', 'tracks.append', { trackId, number: 1, points: points.slice(80) });
    const { track } = await product.data('o-crash', 'tracks.finish', { trackId, segments: 2 });
    expect(reasonsOf(track)).toEqual([]);
    expect(track.points).toBe(points.length);
  });

  test('a segment sent again changes nothing, and with other readings it is refused', async () => {
    await trackRider(product, 'o-again');
    const { trackId, points } = await record(product, 'o-again', { seed: 13 });
    const first = { trackId, number: 0, points: points.slice(0, 50) };
    const once = await product.data('o-again', 'tracks.append', first);
    expect(await product.data('o-again', 'tracks.append', first)).toEqual(once);
    const other = product.call('o-again', 'tracks.append', { ...first, points: points.slice(50) });
    expect((await refused(other)).code).toBe('IDEMPOTENCY_CONFLICT');
    const late = product.call('o-again', 'tracks.append', { ...first, number: 2 });
    expect(await refused(late)).toMatchObject({ code: 'INVALID_INPUT', details: { expected: 1 } });
    const early = product.call('o-again', 'tracks.finish', { trackId, segments: 2 });
    expect((await refused(early)).details.expected).toBe(1);
  });

  test('finishing twice, and at two places at once, judges once', async () => {
    await trackRider(product, 'o-twice');
    const recorded = await record(product, 'o-twice', { seed: 14 });
    const { trackId, points } = recorded;
    await product.data('o-twice', 'tracks.append', { trackId, number: 0, points });
    const finish = () => product.data('o-twice', 'tracks.finish', { trackId, segments: 1 });
    const answers = [...(await Promise.all([finish(), finish()])), await finish()];
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    const { reasons, paidCredits } = answers[0]!.track;
    expect(reasons).toEqual([]);
    const { balance } = await product.data('o-twice', 'ledger.balance', {});
    expect(balance.bonus.available).toBe(paidCredits);
  });

  test('somebody else neither sees it nor writes into it', async () => {
    await trackRider(product, 'o-owner');
    await trackRider(product, 'o-thief');
    const { trackId, points } = await record(product, 'o-owner', { seed: 15 });
    const part = { trackId, number: 0, points: points.slice(0, 20) };
    expect((await refused(product.call('o-thief', 'tracks.append', part))).code).toBe('NOT_FOUND');
    await sendAndFinish(product, 'o-owner', { trackId, points });
    for (const name of ['tracks.result', 'tracks.finish'] as const)
      expect((await refused(product.call('o-thief', name, { trackId, segments: 1 } as never))).code).toMatch(
        /NOT_FOUND|INVALID_INPUT/,
      );
  });
});

describe('what is sent in bad faith', () => {
  test.each<[string, (points: SentPoint[]) => SentPoint[], RegExp]>([
    [
      'from the future',
      points => points.map(([a, b, atMs, ...rest]) => [a, b, atMs + 3_600_000, ...rest]),
      /晚于现在/,
    ],
    [
      'from before the recording',
      points => points.map(([a, b, atMs, ...rest]) => [a, b, atMs - 3_600_000, ...rest]),
      /早于/,
    ],
    [
      'of more than a thousand at once',
      points => Array.from({ length: 1_001 }, () => points[0]!),
      /最多 1000 项/,
    ],
    ['of nothing', () => [], /至少 1 项/],
    ['that is nowhere on earth', ([first]) => [[91_000_000, ...first!.slice(1)] as SentPoint], /最多/],
  ])('a segment %s is refused in words', async (name, change, reason) => {
    const openid = `o-bad-${name.length}`;
    await trackRider(product, openid);
    const { trackId, points } = await record(product, openid);
    const answer = await refused(
      product.call(openid, 'tracks.append', { trackId, number: 0, points: change(points) }),
    );
    expect(answer.code).toBe('INVALID_INPUT');
    expect(answer.details.reason).toMatch(reason);
  });

  test('the same track by two riders counts for the one who was first, and not again for himself', async () => {
    await trackRider(product, 'o-first');
    await trackRider(product, 'o-copy');
    const first = await record(product, 'o-first', { seed: 21 });
    expect(reasonsOf(await sendAndFinish(product, 'o-first', first))).toEqual([]);
    for (const openid of ['o-copy', 'o-first']) {
      const { open } = await product.data(openid, 'tracks.begin', {});
      const points = sentPoints({ seed: 21 }, open.begunAtMs);
      await putClockOn(product, 700_000);
      const track = await sendAndFinish(product, openid, { trackId: open.trackId, points });
      expect(reasonsOf(track)).toEqual(['REPLAYED']);
      expect(track.reasons[0]?.text).toContain('一模一样');
    }
  });

  test('two who finish the same track at the same moment: one of them has it', async () => {
    const people = ['o-both-1', 'o-both-2'];
    const trackIds: string[] = [];
    for (const openid of people) {
      await trackRider(product, openid);
      trackIds.push((await product.data(openid, 'tracks.begin', {})).open.trackId);
    }
    const points = sentPoints({ seed: 22 }, product.cloud.nowMs());
    await putClockOn(product, 700_000);
    const judged = await Promise.all(
      people.map((openid, at) => sendAndFinish(product, openid, { trackId: trackIds[at]!, points })),
    );
    expect(judged.map(track => reasonsOf(track).join()).sort()).toEqual(['', 'REPLAYED']);
  });

  test('ten thousand readings come in ten segments and are judged', async () => {
    await trackRider(product, 'o-long');
    const drawing = { parts: [{ seconds: 10_000, metresPerSecond: 4 }], everySeconds: 1, seed: 23 };
    const recorded = await record(product, 'o-long', drawing);
    const track = await sendAndFinish(product, 'o-long', recorded);
    expect(track.points).toBe(10_000);
    expect(reasonsOf(track)).toEqual([]);
    expect(track.line.length).toBeLessThanOrEqual(241);
  });

  test('a recording elsewhere on earth is judged, and says that it is not open there', async () => {
    await trackRider(product, 'o-far');
    const { trackId, points } = await record(product, 'o-far', { seed: 24 });
    const moved = points.map(([latitude, ...rest]) => [latitude + 10_000_000, ...rest] as SentPoint);
    expect(reasonsOf(await sendAndFinish(product, 'o-far', { trackId, points: moved }))).toEqual(['OUTSIDE']);
  });
});

describe('readings', () => {
  test('of a judged track are deleted when the rider wants it, and its judgement stays', async () => {
    const uid = await trackRider(product, 'o-forget');
    const { trackId } = await sendAndFinish(
      product,
      'o-forget',
      await record(product, 'o-forget', { seed: 31 }),
    );
    expect(await product.data('o-forget', 'tracks.forget', { trackId })).toEqual({ forgotten: true });
    expect(await product.data('o-forget', 'tracks.forget', { trackId })).toEqual({ forgotten: false });
    expect(await segmentsKept(uid)).toBe(0);
    const { track } = await product.data('o-forget', 'tracks.result', { trackId });
    expect(track).toMatchObject({ line: [], pointsKeptUntilMs: null, reasons: [] });
  });

  test('all go when the agreement is taken back, in the middle of a recording too', async () => {
    const uid = await trackRider(product, 'o-back');
    await sendAndFinish(product, 'o-back', await record(product, 'o-back', { seed: 32 }));
    const { trackId, points } = await record(product, 'o-back', { seed: 33 });
    await product.data('o-back', 'tracks.append', { trackId, number: 0, points: points.slice(0, 50) });
    expect(await product.data('o-back', 'tracks.withdraw', {})).toEqual({ given: false });
    const next = { trackId, number: 1, points: points.slice(50) };
    expect((await refused(product.call('o-back', 'tracks.append', next))).code).toBe('NOT_FOUND');
    expect(await segmentsKept(uid)).toBe(0);
    expect(await product.platform.database.count(tracks, { uid })).toBe(1);
    expect((await refused(product.call('o-back', 'tracks.begin', {}))).code).toBe('CONSENT_REQUIRED');
  });

  test('of a recording that is ended in the moment of taking it back are not judged', async () => {
    const uid = await trackRider(product, 'o-moment');
    const { trackId, points } = await record(product, 'o-moment', { seed: 38 });
    await product.data('o-moment', 'tracks.append', { trackId, number: 0, points });
    const { database } = product.platform;
    // As it stands between the commit of the withdrawal and the removal of what was recorded.
    await database.updateWhere(trackRiders, { _id: uid }, { noticeVersion: null, openTrackId: null });
    const ended = await refused(product.call('o-moment', 'tracks.finish', { trackId, segments: 1 }));
    expect(ended.code).toBe('CONSENT_REQUIRED');
    // Agreeing again does not bring it back.
    await product.data('o-moment', 'tracks.consent', { noticeVersion: TRACK_NOTICE_VERSION });
    expect((await refused(product.call('o-moment', 'tracks.finish', { trackId, segments: 1 }))).code).toBe(
      'NOT_FOUND',
    );
    expect(await database.count(ownTrips, { uid })).toBe(0);
  });

  test('stop coming when the guideline itself is taken back', async () => {
    await trackRider(product, 'o-off');
    const { trackId, points } = await record(product, 'o-off', { seed: 34 });
    await product.data('o-off', 'riders.withdrawConsent', {});
    const part = { trackId, number: 0, points: points.slice(0, 50) };
    expect((await refused(product.call('o-off', 'tracks.append', part))).code).toBe('CONSENT_REQUIRED');
  });

  test('of a recording that is thrown away go with it', async () => {
    const uid = await trackRider(product, 'o-throw');
    const { trackId, points } = await record(product, 'o-throw', { seed: 35 });
    await product.data('o-throw', 'tracks.append', { trackId, number: 0, points });
    expect(await product.data('o-throw', 'tracks.discard', { trackId })).toEqual({ discarded: true });
    expect(await segmentsKept(uid)).toBe(0);
    expect((await product.data('o-throw', 'tracks.state', {})).open).toBeNull();
  });

  test('of an unfinished recording are thrown away after a day, of a judged one after a month', async () => {
    const uid = await trackRider(product, 'o-late');
    const judged = await sendAndFinish(product, 'o-late', await record(product, 'o-late', { seed: 36 }));
    const { trackId, points } = await record(product, 'o-late', { seed: 37 });
    await product.data('o-late', 'tracks.append', { trackId, number: 0, points });
    await putClockOn(product, 32 * 86_400_000);
    await product.advanceClock(600_000);
    expect(await segmentsKept(uid)).toBe(0);
    expect((await product.data('o-late', 'tracks.state', {})).open).toBeNull();
    const { track } = await product.data('o-late', 'tracks.result', { trackId: judged.trackId });
    expect(track.line).toEqual([]);
  });
});

/** The least of a few: another process of the function may be asked, which does not know yet that its windows are open. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const costs: number[] = [];
  for (let time = 0; time < 4; time += 1) costs.push(await product.databaseCalls(work));
  return Math.min(...costs);
}

test('database calls, with the two of the rate windows', async () => {
  const openid = 'o-cost';
  await trackRider(product, openid);
  await sendAndFinish(product, openid, await record(product, openid, { seed: 41 }));
  const { trackId, points } = await record(product, openid, { seed: 42 });
  const costs: Record<string, number> = {};
  costs['tracks.state'] = await costOf(() => product.data(openid, 'tracks.state', {}));
  costs['tracks.begin, again'] = await costOf(() => product.data(openid, 'tracks.begin', {}));
  let number = 0;
  costs['tracks.append'] = await costOf(() => {
    const part = points.slice(number * 50, (number + 1) * 50);
    number += 1;
    return product.data(openid, 'tracks.append', { trackId, number: number - 1, points: part });
  });
  const last = { trackId, number, points: points.slice(number * 50) };
  await product.data(openid, 'tracks.append', last);
  costs['tracks.append, again'] = await costOf(() => product.data(openid, 'tracks.append', last));
  const finish = () => product.data(openid, 'tracks.finish', { trackId, segments: number + 1 });
  // Two fewer where the process has parameters and factors at hand, two more where its windows were opened by another.
  const finishing = await product.databaseCalls(finish);
  expect(finishing).toBeGreaterThanOrEqual(31);
  expect(finishing).toBeLessThanOrEqual(35);
  costs['tracks.finish, again'] = await costOf(finish);
  costs['tracks.result'] = await costOf(() => product.data(openid, 'tracks.result', { trackId }));
  expect(costs).toEqual({
    'tracks.state': 5,
    'tracks.begin, again': 8,
    'tracks.append': 9,
    'tracks.append, again': 8,
    'tracks.finish, again': 8,
    'tracks.result': 6,
  });
});
