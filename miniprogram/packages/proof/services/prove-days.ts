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
  /** Told after each day with how many entries it has; answers whether to go on. */
  onDay(done: number, inAll: number, entries: number): boolean;
}

export interface ProvedDays {
  fault: OwnFault | null;
  /** In short what was proved of each day. */
  proved: Record<string, string>;
}

/** Few enough that nobody else has to wait for this phone. */
const DAYS_AT_ONCE = 4;
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

/** Day by day from the first, so that the first entry that was changed is the one that is named. */
export async function proveDays(wanted: DaysToProve): Promise<ProvedDays> {
  const { account, chain, roots, known, onDay } = wanted;
  const days = sealedDays(wanted);
  const proved: Record<string, string> = {};
  const linkAt = (seq: number): OwnLink | undefined => chain.linkAt(seq);
  for (let from = 0; from < days.length; from += DAYS_AT_ONCE) {
    const some = days.slice(from, from + DAYS_AT_ONCE);
    const proofs = await Promise.all(some.map(day => (known[day.day] === day.short ? null : proofOf(day))));
    for (const [at, { day, links, short }] of some.entries()) {
      const proof = proofs[at];
      const fault = proof ? checkDay(proof, { account, day, links, linkAt, roots }) : null;
      if (fault !== null) return { fault, proved };
      proved[day] = short;
      if (!onDay(from + at + 1, days.length, links.length)) return { fault: null, proved };
    }
  }
  return { fault: null, proved };
}

const proofOf = ({ day }: Day) => patiently(() => call('ledger.proof', { day }));
