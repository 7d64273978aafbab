import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { readTrips } from '../demo/people/account';
import { Phone } from '../demo/people/phone';

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

const commuter = { person: 'commuter', openid: 'demo-commuter-001', isFirstEver: false };
const newcomer = { person: 'newcomer', openid: 'audit-newcomer', isFirstEver: true };
/** What these pages show does not depend on who looks, or needs a ride. */
const sameForAll = /about|methodology|explain|open-ledger/;

/** A fund that every installation begins with. */
const EXAMPLE_FUND = 'example-planting';

/** Every page of app.json as somebody with a month of rides sees it, and as somebody without anything where that differs. */
export async function planVisits(root: string, url: string): Promise<Visit[]> {
  const pages = readPages(root);
  const [trip] = await readTrips(new Phone(url, commuter.openid), 1);
  if (trip === undefined) throw new Error('The demo made no trip that could be explained.');
  const queries: Readonly<Record<string, string>> = {
    explain: `?tripId=${encodeURIComponent(trip.tripId)}`,
    donation: `?fundId=${EXAMPLE_FUND}`,
  };
  const addressOf = (page: string): string => `/${page}${queries[path.posix.basename(page)] ?? ''}`;
  const visits = (who: typeof commuter, which: string[]): Visit[] =>
    which.map(page => ({ page, address: addressOf(page), ...who }));
  return [
    ...visits(commuter, pages),
    ...visits(
      newcomer,
      pages.filter(page => !sameForAll.test(page)),
    ),
  ];
}

function readPages(root: string): string[] {
  const text = readFileSync(path.join(root, 'miniprogram/app.json'), 'utf8');
  const { pages, subPackages } = appConfig.parse(JSON.parse(text));
  return [...pages, ...subPackages.flatMap(one => one.pages.map(page => path.posix.join(one.root, page)))];
}
