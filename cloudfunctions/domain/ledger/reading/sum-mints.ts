import type { Platform } from '../../../platform';
import { endOfMonthMs, startOfDayMs } from '../../../platform/beijing-time';
import type { Kind } from '../account';
import type { Entry } from '../entry';
import { sumOf } from '../plans/lots';
import { walkEntries } from './walk-entries';

/** Credits of one source of new ones, less those that went back there. */
export interface MintSum {
  /** Such as `mint:steps`. */
  mint: string;
  /** That brought something. */
  entries: number;
  credits: number;
}

const MINTS = 'mint:';

/** What each source of new credits gave the account in an entry; less than nothing where it took back. */
function movesOf({ postings }: Pick<Entry, 'postings'>, kind: Kind): Map<string, number> {
  const moves = new Map<string, number>();
  const add = (mint: string, credits: number) => moves.set(mint, (moves.get(mint) ?? 0) + credits);
  for (const posting of postings.filter(one => one.kind === kind)) {
    if (posting.source.startsWith(MINTS)) add(posting.source, sumOf(posting.lots));
    if (posting.destination.startsWith(MINTS)) add(posting.destination, -sumOf(posting.lots));
  }
  return moves;
}

/**
 * Where an account's new credits of one kind came from in a Beijing month, by the time of the entries and by name. One
 * database call a thousand entries.
 */
export async function sumMints(
  platform: Platform,
  account: string,
  { month, kind }: { month: string; kind: Kind },
): Promise<MintSum[]> {
  const span = { fromMs: startOfDayMs(`${month}-01`), belowMs: endOfMonthMs(month) };
  const sums = new Map<string, MintSum>();
  for await (const entry of walkEntries(platform, account, span)) {
    for (const [mint, credits] of movesOf(entry, kind)) {
      const sum = sums.get(mint) ?? { mint, entries: 0, credits: 0 };
      sums.set(mint, {
        mint,
        entries: sum.entries + (credits > 0 ? 1 : 0),
        credits: sum.credits + credits,
      });
    }
  }
  return [...sums.values()].sort((one, other) => (one.mint < other.mint ? -1 : 1));
}
