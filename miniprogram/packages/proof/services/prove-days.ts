import { sha256Hex } from '../../../proof';
import { patiently } from '../../../services/patiently';
import { call } from '../../../services/rpc';
import type { OwnFault } from './checks/fault';
import type { OwnChain, OwnLink } from './checks/own-chain';
import { checkDay } from './checks/own-day';
import type { Roots } from './checks/seen-roots';

export interface DaysToProve {
  account: string;
  chain: OwnChain;
  /** Roots that everybody is shown, by day. */
  roots: Roots;
  /** What earlier checks have proved: days that are as they were are not asked for again. */
  known: Readonly<Record<string, string>>;
  /** Told after each day that was asked for; answers whether to go on. */
  onDay(done: number, inAll: number): boolean;
}

export interface ProvedDays {
  fault: OwnFault | null;
  /** In short what was proved of each day, now or before. */
  proved: Record<string, string>;
  /** Sealed days with own entries, and how many entries they have. */
  days: number;
  entries: number;
}

/** Few enough that nobody else has to wait for this phone. */
const DAYS_AT_ONCE = 4;
/**
 * The latest ones: the account's end that is sealed with them stands for everything before, so that years of days need
 * not be waited for. The next check goes on with earlier ones.
 */
const DAYS_A_CHECK = 31;
const SHORT = 16;

interface Day {
  day: string;
  links: OwnLink[];
  short: string;
}

/** Changes with the root and with each entry of the day. */
const shortOf = (root: string, links: readonly OwnLink[]): string =>
  sha256Hex([root, ...links.map(({ seq, hash }) => `${seq} ${hash}`)].join('\n')).slice(0, SHORT);

/** Sealed days with entries of one's own, the first one first. */
function sealedDays({ chain, roots }: DaysToProve): Day[] {
  const byDay = new Map<string, OwnLink[]>();
  for (const link of chain.links) byDay.set(link.day, [...(byDay.get(link.day) ?? []), link]);
  return [...byDay].flatMap(([day, links]) => {
    const root = roots[day];
    return root === undefined ? [] : [{ day, links, short: shortOf(root, links) }];
  });
}

async function proveDay(
  { account, chain, roots }: DaysToProve,
  { day, links }: Day,
): Promise<OwnFault | null> {
  const proof = await patiently(() => call('ledger.proof', { day }));
  return checkDay(proof, { account, day, links, linkAt: seq => chain.linkAt(seq), roots });
}

/** A history that was made anew from some day on is another one on all days after it: the first of them is looked for. */
async function firstFault(wanted: DaysToProve, earlier: readonly Day[]): Promise<OwnFault | null> {
  let [from, to] = [0, earlier.length];
  let found: OwnFault | null = null;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const fault = await proveDay(wanted, earlier[middle]!);
    if (fault === null) from = middle + 1;
    else [to, found] = [middle, fault];
  }
  return found;
}

/** The latest days that are not proved yet, from the first of them on, so that the first wrong entry is the one named. */
export async function proveDays(wanted: DaysToProve): Promise<ProvedDays> {
  const all = sealedDays(wanted);
  const isKnown = ({ day, short }: Day): boolean => wanted.known[day] === short;
  const proved = Object.fromEntries(all.filter(isKnown).map(({ day, short }) => [day, short]));
  const entries = all.reduce((sum, { links }) => sum + links.length, 0);
  const open = all.filter(day => !isKnown(day));
  const latest = open.slice(-DAYS_A_CHECK);
  const result = { proved, days: all.length, entries };
  for (let from = 0; from < latest.length; from += DAYS_AT_ONCE) {
    const some = latest.slice(from, from + DAYS_AT_ONCE);
    const faults = await Promise.all(some.map(day => proveDay(wanted, day)));
    for (const [at, { day, short }] of some.entries()) {
      const fault = faults[at] ?? null;
      const earlier = open.slice(0, -latest.length);
      if (fault !== null) return { ...result, fault: (await firstFault(wanted, earlier)) ?? fault };
      proved[day] = short;
      if (!wanted.onDay(from + at + 1, latest.length)) return { ...result, fault: null };
    }
  }
  return { ...result, fault: null };
}
