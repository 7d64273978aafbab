import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { readTrips } from '../demo/people/account';
import { Phone } from '../demo/people/phone';
import {
  administrator,
  auditor,
  type Colleague,
  channel,
  director,
  userOperations,
} from '../demo/team/colleague';

export interface Visit {
  /** Path as app.json has it. */
  page: string;
  /** With the query that the page needs. */
  address: string;
  person: string;
  openid: string;
  /** Nobody with this openid may have been here before: each visit gets one of its own. */
  isFirstEver: boolean;
}

const appConfig = z.object({
  pages: z.array(z.string()),
  subPackages: z.array(z.object({ root: z.string(), pages: z.array(z.string()) })).default([]),
});

const tracks = z.object({ lastTrackId: z.string().nullable() });
const rider = z.object({ uid: z.string() });
const approvalList = z.object({ approvals: z.array(z.object({ approvalId: z.string() })) });
const ownTripList = z.object({ trips: z.array(z.object({ ownTripId: z.string() })) });
const reportList = z.object({ reports: z.array(z.object({ reportId: z.string() })) });
const memberList = z.object({ members: z.array(z.object({ staffId: z.string() })) });

const commuter = { person: 'commuter', openid: 'demo-commuter-001', isFirstEver: false };
const newcomer = { person: 'newcomer', openid: 'audit-newcomer', isFirstEver: true };
/** What these pages show does not depend on who looks, or needs a ride. */
const sameForAll = /about|methodology|ways|explain|result|open-ledger/;

/** A fund that every installation begins with. */
const EXAMPLE_FUND = 'example-planting';

const staffPage = /\/staff\//;
/** Riders who lose their way see these of the console; all its other pages send them back in the same words. */
const forOutsiders = /\/(desk|apply)$/;
const colleagues: readonly (readonly [pages: RegExp, who: Colleague])[] = [
  [/\/(audit-check|audit-export)$/, auditor],
  [/\/(review|member|apply|code)$/, administrator],
  [/\/(factor-import|elevate)$/, userOperations],
  [/\/(stations|station|station-screen)$/, channel],
  [/./, director],
];

/** The console's pages, each as a colleague whose work it is. */
const staffVisits = (pages: readonly string[], addressOf: (page: string) => string): Visit[] =>
  pages.map(page => {
    const who = colleagues.find(([shown]) => shown.test(page))?.[1] ?? director;
    const { openid, duty: person } = who;
    return { page, address: addressOf(page), person, openid, isFirstEver: false };
  });

/** What the console's pages are opened with: the latest of each kind. */
async function staffQueries(url: string, tripId: string): Promise<Record<string, string>> {
  const { uid } = await new Phone(url, commuter.openid).call(rider, 'riders.signIn', {}, 'audit-sign-in');
  const boss = new Phone(url, director.openid, 'staff');
  const [approval] = (await boss.call(approvalList, 'approvals.list', { which: 'all' })).approvals;
  const [member] = (await boss.call(memberList, 'staff.list', {})).members;
  const [report] = (await boss.call(reportList, 'reports.queue', { queue: 'first' })).reports;
  return {
    approval: `?approvalId=${approval?.approvalId ?? ''}`,
    approvals: '?which=all',
    member: `?staffId=${member?.staffId ?? ''}`,
    'declared-trip': `?reportId=${encodeURIComponent(report?.reportId ?? '')}`,
    role: '?roleId=finance',
    partner: '?partnerId=bawei',
    account: `?accountId=user:${uid}`,
    station: '?station=布吉',
    'station-screen': '?station=布吉',
    entry: `?entryKey=${encodeURIComponent(tripId)}`,
  };
}

/** The commuter's latest declared trip; empty where the demo has none. */
async function readReportId(url: string): Promise<string> {
  const phone = new Phone(url, commuter.openid);
  return (await phone.call(reportList, 'reports.list', { limit: 1 })).reports[0]?.reportId ?? '';
}

/**
 * Every page of app.json as somebody with a month of rides sees it, and as somebody without anything where that differs;
 * the console's as the team sees them.
 */
export async function planVisits(root: string, url: string): Promise<Visit[]> {
  const pages = readPages(root);
  const [trip] = await readTrips(new Phone(url, commuter.openid), 1);
  if (trip === undefined) throw new Error('The demo made no trip that could be explained.');
  const ownTrips = await new Phone(url, commuter.openid).call(ownTripList, 'ownTrips.list', { limit: 1 });
  const { lastTrackId } = await new Phone(url, commuter.openid).call(tracks, 'tracks.state', {});
  const queries: Readonly<Record<string, string>> = {
    result: `?trackId=${lastTrackId ?? ''}`,
    explain: `?tripId=${encodeURIComponent(trip.tripId)}`,
    'own-trip': `?ownTripId=${encodeURIComponent(ownTrips.trips[0]?.ownTripId ?? '')}`,
    donation: `?fundId=${EXAMPLE_FUND}`,
    ...(await staffQueries(url, trip.tripId)),
    report: `?reportId=${encodeURIComponent(await readReportId(url))}`,
  };
  const addressOf = (page: string): string => `/${page}${queries[path.posix.basename(page)] ?? ''}`;
  const visits = (who: typeof commuter, which: string[]): Visit[] =>
    which.map(page => ({ page, address: addressOf(page), ...who }));
  const forRiders = pages.filter(page => !staffPage.test(page) || forOutsiders.test(page));
  return [
    ...visits(commuter, forRiders),
    ...visits(
      newcomer,
      forRiders.filter(page => !sameForAll.test(page)),
    ),
    ...staffVisits(
      pages.filter(page => staffPage.test(page)),
      addressOf,
    ),
  ];
}

function readPages(root: string): string[] {
  const text = readFileSync(path.join(root, 'miniprogram/app.json'), 'utf8');
  const { pages, subPackages } = appConfig.parse(JSON.parse(text));
  return [...pages, ...subPackages.flatMap(one => one.pages.map(page => path.posix.join(one.root, page)))];
}
