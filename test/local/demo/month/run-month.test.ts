import * as z from 'zod';
import { DAY_MS, startOfDayMs } from '../../../../local/demo/beijing-time';
import { buildCity } from '../../../../local/demo/city/build-city';
import type { City, Gift, Reversal } from '../../../../local/demo/city/city';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';
import type { Mishap, Ride } from '../../../../local/demo/city/ride';
import { DemoFile } from '../../../../local/demo/folder/demo-file';
import { readPartnerAccess } from '../../../../local/demo/folder/partner-access';
import { type Progress, runMonth } from '../../../../local/demo/month/run-month';
import { stepsOf } from '../../../../local/demo/month/step';
import { PartnerClient } from '../../../../local/demo/operator/partner-client';
import { readBalance, readEntries, readTrips } from '../../../../local/demo/people/account';
import { give } from '../../../../local/demo/people/give';
import { Phone } from '../../../../local/demo/people/phone';
import { type Product, START_TIMEOUT_MS, startProduct } from '../../../support/product';
import { type ExpectedMonth, expectedMonth } from './expected-month';

/** A Monday that every machine's clock has behind it. */
const startDay = '2025-03-03';
const hourMs = 3_600_000;
const counts = { commuter: 3, shift: 1, student: 1, occasional: 0, family: 0, tourist: 1, newcomer: 1 };

/** What becomes of each gift; the last one's time runs out while the clock jumps to the present. */
const fates: readonly [openid: string, change: Partial<Gift>, states: string[]][] = [
  ['demo-commuter-001', { amount: 40, atMs: startOfDayMs(startDay) + 12 * hourMs }, ['given']],
  ['demo-commuter-003', { amount: 30, isTakenBack: true }, ['taken-back']],
  ['demo-shift-001', { amount: 9_000_000 }, []],
  ['demo-commuter-002', { amount: 20, atMs: startOfDayMs(startDay) + 2 * DAY_MS - hourMs }, ['returned']],
];

const giftsIn = ({ riders }: City): Gift[] =>
  fates.map(([openid, change]) => ({
    rider: riders.find(rider => rider.openid === openid)!,
    atMs: startOfDayMs(startDay) + DAY_MS + 21 * hourMs,
    amount: 0,
    fund: 4,
    isTakenBack: false,
    ...change,
  }));

/** A tiny city in which everything happens that happens in the large one. */
function tinyCity(): City {
  const network = readMetroNetwork(process.cwd());
  const city = buildCity({ network, startDay, dayCount: 2, counts });
  const mine = city.rides.filter(({ openid }) => openid === 'demo-commuter-001');
  const [first, second, third] = mine as [Ride, Ride, Ride];
  const bad = (mishap: Mishap, change: Partial<Ride['ticket']>): Ride => ({
    ...first,
    mishap,
    feedAtMs: first.feedAtMs + 9 * hourMs,
    ticket: { ...first.ticket, ...change, ticketId: mishap },
  });
  const { entry, exit } = first.ticket;
  const rides = [
    ...city.rides,
    { ...first, feedAtMs: first.feedAtMs + 6 * hourMs },
    bad('same-station', { exit: { ...exit, station: entry.station } }),
    bad('too-fast', { exit: { ...exit, atMs: entry.atMs + 30_000 } }),
    bad('unknown-station', { exit: { ...exit, station: '没有的站' } }),
    bad('double-booked', {}),
  ];
  const reversal = ({ ticket }: Ride, atMs: number): Reversal => ({
    ticketId: ticket.ticketId,
    reason: '测试',
    atMs,
  });
  const reversals = [
    reversal(third, third.feedAtMs - 12 * hourMs),
    reversal(second, second.feedAtMs + 10 * hourMs),
  ];
  return {
    ...city,
    gifts: giftsIn(city),
    rides: rides.sort((left, right) => left.feedAtMs - right.feedAtMs),
    reversals,
  };
}

const city = tinyCity();
let product: Product;
let client: PartnerClient;
let expected: ExpectedMonth;
const reports: Progress[] = [];

const run = (file: DemoFile, signal: AbortSignal, report: (progress: Progress) => void) =>
  runMonth({ client, city, file, report, signal });

/** What has become a fund's for good. */
const givenBy = (openid: string): number =>
  fates.find(([giver, , [state]]) => giver === openid && state === 'given')?.[1].amount ?? 0;

const donationsPage = z.object({
  donations: z.array(z.object({ state: z.string(), amounts: z.object({ carbon: z.int() }) })),
});
const donationsOf = async (openid: string) =>
  (await new Phone(product.cloud.url, openid).call(donationsPage, 'ledger.donations', { limit: 50 }))
    .donations;

beforeAll(async () => {
  product = await startProduct({ startAtMs: startOfDayMs(startDay) });
  client = new PartnerClient(product.cloud.url, readPartnerAccess(product.dataFolder));
  expected = expectedMonth(city);
}, START_TIMEOUT_MS);
afterAll(() => product.stop());

test('the tiny city has rides of every fate', () => {
  expect(expected.accepted).toBeGreaterThan(8);
  expect(expected.pending).toBeGreaterThan(1);
  expect(expected.duplicate).toBeGreaterThan(0);
  expect(expected.rejected).toMatchObject({
    SAME_STATION: 1,
    IMPOSSIBLE_SPEED: 1,
    UNKNOWN_STATION: 1,
    OVERLAPS: 1,
  });
});

test('a month that is stopped half way goes on where it was, and comes to exactly what it must', async () => {
  const stop = new AbortController();
  const stopped = await run(DemoFile.create(product.dataFolder, startDay), stop.signal, progress => {
    reports.push(progress);
    if (progress.daysDone === 1) stop.abort();
  });
  expect(stopped).toBe(false);
  const { state } = DemoFile.open(product.dataFolder);
  expect(state).toMatchObject({ stepsDone: 1, finished: false });
  expect(product.cloud.nowMs()).toBeLessThan(city.endMs);

  const resumed = DemoFile.open(product.dataFolder);
  expect(await run(resumed, new AbortController().signal, progress => reports.push(progress))).toBe(true);
  const { tally } = resumed.state;
  const { accepted, duplicate, pending, rejected } = expected;
  expect(tally).toEqual({ sent: city.rides.length, accepted, duplicate, pending, rejected });
}, 240_000);

test('every rider has exactly the grams of the rides that stand', async () => {
  for (const { openid } of city.riders) {
    const phone = new Phone(product.cloud.url, openid);
    const { carbon } = await readBalance(phone);
    const entries = await readEntries(phone, 1000);
    const trips = await readTrips(phone, 1000);
    const standing = trips.reduce((sum, trip) => sum + trip.creditedGrams, 0);
    const grams = carbon.available - carbon.debt + givenBy(openid);
    expect({ openid, grams }).toEqual({
      openid,
      grams: expected.gramsOf.get(openid),
    });
    expect(entries[0]?.balanceAfter.carbon.available ?? 0).toBe(carbon.available);
    expect(standing).toBeGreaterThanOrEqual(carbon.available);
  }
});

test('gifts are given, taken back or let be, and nothing comes of one that is made again', async () => {
  for (const { rider, ...gift } of city.gifts) await give(product.cloud.url, { rider, ...gift });
  for (const [openid, { amount }, states] of fates) {
    const donations = await donationsOf(openid);
    expect({ openid, states: donations.map(({ state }) => state) }).toEqual({ openid, states });
    expect(donations.every(({ amounts }) => amounts.carbon === amount)).toBe(true);
    expect((await readBalance(new Phone(product.cloud.url, openid))).carbon.held).toBe(0);
  }
});

test('walkers have a month of steps that WeChat counted, paid once', async () => {
  const entries = await readEntries(new Phone(product.cloud.url, 'demo-commuter-001'), 50);
  const walked = entries.filter(({ reason }) => reason === 'steps');
  expect(walked.map(({ postings }) => postings[0]?.source)).toEqual(['mint:steps']);
  expect(walked[0]!.postings[0]!.lots[0]!.amount).toBeGreaterThan(1_000);
});

test('the product’s days add up to the riders’ grams, and that is what is reported', () => {
  const grams = [...expected.gramsOf.values()].reduce((sum, part) => sum + part, 0);
  expect(reports.at(-1)).toMatchObject({ daysDone: 2, daysInAll: 2, grams });
  expect(reports[0]).toMatchObject({ share: 0, daysDone: 0, grams: 0 });
  const shares = reports.map(({ share }) => share);
  expect([...shares].sort((left, right) => left - right)).toEqual(shares);
  expect(new Set(shares).size).toBeGreaterThan(stepsOf(city).length);
  expect(shares.at(-1)).toBe(1);
});

test('the clock ends at the present', () => {
  expect(Math.abs(product.cloud.nowMs() - Date.now())).toBeLessThan(60_000);
});

test('a finished month is not sent again, and sending a part of it again changes nothing', async () => {
  const file = DemoFile.open(product.dataFolder);
  expect(file.state.finished).toBe(true);
  const phone = new Phone(product.cloud.url, 'demo-commuter-001');
  const before = await readEntries(phone, 1000);
  const answer = await client.send('POST', '/partner/v1/reversals', {
    ticketId: city.reversals[0]!.ticketId,
    reason: '测试',
  });
  expect(answer).toMatchObject({ duplicate: true });
  expect(await readEntries(phone, 1000)).toEqual(before);
});
