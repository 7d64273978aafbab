import { readFileSync } from 'node:fs';
import { chooseFactorSet, listFactorSets } from '../../../cloudfunctions/domain/factors';
import { checkImport, factorsImportKind, requestImport } from '../../../cloudfunctions/domain/factors/import';
import { readEntry } from '../../../cloudfunctions/domain/ledger';
import { currentParameters } from '../../../cloudfunctions/domain/parameters';
import {
  listParameters,
  parametersChangeKind,
  requestChange,
} from '../../../cloudfunctions/domain/parameters/change';
import { parameterVersions } from '../../../cloudfunctions/domain/parameters/store';
import { recordRides, type Trip } from '../../../cloudfunctions/domain/rides';
import { collectionOf, type Platform } from '../../../cloudfunctions/platform';
import { beijingDay } from '../../../cloudfunctions/platform/beijing-time';
import { agree, readApproval } from '../../support/agree';
import { codesOf } from '../../support/codes-of';
import { metroRide, PartnerClient } from '../../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../support/product';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let product: Product;
/** Moved by hand: days of timers would take long. */
let clockMs: number;
beforeAll(async () => {
  product = await startProduct();
  clockMs = product.cloud.nowMs();
  await new PartnerClient(product).riderWithCard('o-ann', 'ann');
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

/** Another process, that has read nothing yet. */
const now = (): Platform => ({
  ...product.platform,
  nowMs: () => clockMs,
  database: { ...product.platform.database },
});

const asker = { requesterId: 'maker', reason: '测试' };
const askForValues = (changes: { path: string; value: number }[], activeFromMs: number | null = null) =>
  now().database.transact(transaction =>
    requestChange(transaction, now(), { changes, activeFromMs, ...asker }),
  );
const dayCap = (value: number) => [{ path: 'earning.dayCapGrams', value }];
const agreeToValues = async (...asked: Parameters<typeof askForValues>) =>
  agree(now(), parametersChangeKind, (await askForValues(...asked)).approvalId);

const trips = collectionOf<Trip>('trips');
async function tripOf(ticketId: string): Promise<Trip> {
  const found = await product.platform.database.find(trips, { where: { partnerId: 'bawei' }, limit: 100 });
  return found.find(trip => trip.evidence?.ticketId === ticketId)!;
}
/** A metro ride of 46 km in an hour, and what became of it. */
async function ride(ticketId: string, fromMs: number): Promise<Trip> {
  const partner = { partnerId: 'bawei', city: 'shenzhen', modes: ['metro'] };
  const rides = [metroRide({ ticketId, riderToken: 'ann', fromMs })];
  const answer = await recordRides(now(), { partner, rides, deadlineMs: Number.POSITIVE_INFINITY });
  expect(answer).toMatchObject({ accepted: 1, rejected: [] });
  return tripOf(ticketId);
}
const versionOf = async (trip: Trip) =>
  (await readEntry(product.platform, trip.entryKey!))?.parametersVersion;

describe('parameters', () => {
  test('a change that others agree to starts two minutes later, and what was credited before stays', async () => {
    const before = await ride('before', clockMs - 3 * HOUR_MS);
    expect(before).toMatchObject({ creditedGrams: before.evidence!.grams, cappedBy: null });
    const approval = await agreeToValues(dayCap(2_500));
    expect(approval.state).toBe('done');
    const added = await product.platform.database.get(parameterVersions, '2');
    expect(added).toMatchObject({ version: 2, approvalId: approval._id, earning: { dayCapGrams: 2_500 } });
    const startMs = added!.activeFromMs;
    expect(startMs).toBeGreaterThanOrEqual(clockMs + MINUTE_MS);
    const at = (nowMs: number) => currentParameters({ ...now(), nowMs: () => nowMs });
    expect([(await at(startMs - 1)).version, (await at(startMs)).version]).toEqual([1, 2]);

    clockMs += 3 * MINUTE_MS;
    const after = await ride('after', clockMs - 90 * MINUTE_MS);
    expect(after).toMatchObject({ creditedGrams: 2_500 - before.creditedGrams, cappedBy: 'day' });
    expect(await tripOf('before')).toEqual(before);
    expect([await versionOf(before), await versionOf(after)]).toEqual([1, 2]);
  });

  test('the list tells what is in force, what comes and what changed', async () => {
    const startMs = clockMs + DAY_MS;
    await agreeToValues(dayCap(3_000), startMs);
    const { version, groups, history } = await listParameters(now());
    expect(version).toBe(2);
    const listed = groups
      .flatMap(({ parameters }) => parameters)
      .find(({ path }) => path === 'earning.dayCapGrams');
    expect(listed).toMatchObject({
      value: 2_500,
      next: { value: 3_000, activeFromMs: startMs },
      pendingApprovalId: null,
      unit: '克',
    });
    expect(
      history.map(one => [one.version, one.changes.map(({ before, after }) => [before, after])]),
    ).toEqual([
      [3, [[2_500, 3_000]]],
      [2, [[10_000, 2_500]]],
      [1, []],
    ]);
  });

  test('a change may not begin before one that is agreed to already, and an earlier wish is refused', async () => {
    const early = askForValues(dayCap(4_000), clockMs + HOUR_MS);
    await expect(early).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field: 'activeFromMs' } });
    const late = askForValues(dayCap(4_000), clockMs + 400 * DAY_MS);
    await expect(late).rejects.toMatchObject({ details: { field: 'activeFromMs' } });
    clockMs += DAY_MS;
  });

  test.each([
    ['the same value', dayCap(3_000), 'earning.dayCapGrams'],
    ['one parameter twice', [...dayCap(4_000), ...dayCap(5_000)], 'earning.dayCapGrams'],
    ['an unknown parameter', [{ path: 'earning.dayCap', value: 1 }], 'earning.dayCap'],
    ['a value out of bounds', dayCap(1), 'earning.dayCapGrams'],
  ])('%s is refused with its path, and nothing is open', async (_name, changes, field) => {
    await expect(askForValues(changes)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
    expect((await listParameters(now())).groups[0]?.parameters[0]?.pendingApprovalId).toBeNull();
  });

  test('of two who ask at once one is refused, and a version that came in between overtakes', async () => {
    const codes = await codesOf([askForValues(dayCap(6_000)), askForValues(dayCap(7_000))]);
    expect(codes.sort()).toEqual(['PENDING_ALREADY', 'ok']);
    const pending = (await listParameters(now())).groups[0]?.parameters[0]?.pendingApprovalId ?? '';
    const latest = (await product.platform.database.get(parameterVersions, '3'))!;
    await product.platform.database.add(parameterVersions, { ...latest, _id: '4', version: 4 });
    const approval = await agree(now(), parametersChangeKind, pending);
    expect(approval).toMatchObject({ state: 'failed', failure: { code: 'OVERTAKEN' } });
    expect(await product.platform.database.get(parameterVersions, '5')).toBeNull();
  });

  test('as soon as possible is together with what is agreed to for later, and above it', async () => {
    const startMs = clockMs + DAY_MS;
    await agreeToValues(dayCap(8_000), startMs);
    await agreeToValues([{ path: 'ledger.expiryMonths', value: 36 }]);
    const at = (nowMs: number) => currentParameters({ ...now(), nowMs: () => nowMs });
    expect(await at(startMs)).toMatchObject({
      version: 6,
      activeFromMs: startMs,
      earning: { dayCapGrams: 8_000 },
      ledger: { expiryMonths: 36 },
    });
  });
});

describe('factors', () => {
  const csv = readFileSync('docs/factors.csv', 'utf8').replace('metro,46700', 'metro,40000');
  const inDays = (days: number): string => beijingDay(clockMs + days * DAY_MS);
  const newSet = (change: object = {}) => ({
    setId: 'sz-2026',
    city: 'shenzhen',
    name: '深圳市减排因子（2026 年）',
    validFromDay: inDays(1),
    uncertaintyNote: '平均值。',
    csv,
    ...change,
  });
  const askForSet = (change: object = {}) =>
    product.platform.database.transact(transaction =>
      requestImport(transaction, now(), { ...newSet(change), ...asker }),
    );

  test('the dry run tells the differences to the set in force, and changes nothing', async () => {
    const { differences, problems, rows } = await checkImport(now(), newSet());
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(4);
    expect(differences).toContainEqual({
      label: '地铁 · 因子',
      before: '每人公里减排 46.7 克',
      after: '每人公里减排 40 克',
    });
    expect(differences.map(({ label }) => label)).not.toContain('公交 · 因子');
    expect(await listFactorSets(now(), 'shenzhen')).toHaveLength(1);
  });

  test('of a city without a set everything is new', async () => {
    const { differences } = await checkImport(now(), newSet({ city: 'beijing' }));
    expect(differences.every(({ before }) => before === null)).toBe(true);
  });

  test.each([
    ['an id that is used', { setId: 'sz-2021' }, 'setId'],
    ['a day that is none', { validFromDay: '2026-02-30' }, 'validFromDay'],
    ['a day that has begun', { validFromDay: '2026-11-10' }, 'validFromDay'],
    ['a city that is no name', { city: '深圳' }, 'city'],
  ])('%s is refused', async (_name, change, field) => {
    await expect(askForSet(change)).rejects.toMatchObject({ code: 'INVALID_INPUT', details: { field } });
  });

  test('a file with a problem is refused with its place', async () => {
    await expect(askForSet({ csv: csv.replace('bus', 'metro') })).rejects.toMatchObject({
      code: 'CSV_PROBLEMS',
      details: { problems: [{ line: 3, column: 'mode' }] },
    });
  });

  test('two others have to agree, and rides of earlier days are judged by the earlier set whenever they come', async () => {
    const { approvalId } = await askForSet();
    await expect(askForSet({ setId: 'sz-other', validFromDay: inDays(2) })).rejects.toMatchObject({
      code: 'PENDING_ALREADY',
    });
    const { steps } = await readApproval(product.platform, approvalId);
    expect(steps.map(({ permission }) => permission)).toEqual(['factors.approve', 'factors.approve']);
    expect(await agree(now(), factorsImportKind, approvalId)).toMatchObject({ state: 'done' });
    await expect(askForSet({ setId: 'sz-twin' })).rejects.toMatchObject({
      details: { field: 'validFromDay' },
    });

    clockMs += DAY_MS;
    const earlier = await ride('earlier', clockMs - DAY_MS);
    clockMs += 5 * HOUR_MS;
    const later = await ride('later', clockMs - 2 * HOUR_MS);
    expect(earlier.evidence).toMatchObject({ factorSetId: 'sz-2021', reductionMilligramsPerKm: 46_700 });
    expect(later.evidence).toMatchObject({ factorSetId: 'sz-2026', reductionMilligramsPerKm: 40_000 });
    expect([earlier.origin, later.origin].map(origin => origin?.split(':')[0])).toEqual([
      'sz-2021',
      'sz-2026',
    ]);
    const sets = await listFactorSets(now(), 'shenzhen');
    expect(chooseFactorSet(sets, 'shenzhen', earlier.day)?._id).toBe('sz-2021');
  });

  test('agreed to when its first day has begun it is overtaken, and not added', async () => {
    const { approvalId } = await askForSet({ setId: 'sz-late', validFromDay: inDays(1) });
    clockMs += DAY_MS;
    const approval = await agree(now(), factorsImportKind, approvalId);
    expect(approval).toMatchObject({ state: 'failed', failure: { code: 'OVERTAKEN' } });
    expect(await product.platform.database.get(collectionOf('factor_sets'), 'sz-late')).toBeNull();
  });
});
