import type { StaffOutput } from '../../contract/staff/procedures';
import type { Platform } from '../../platform';
import { type Entry, type Kind, listStatement } from '../ledger';

type Line = StaffOutput<'books.entries'>['entries'][number];

/** What the entry's postings bring the account less what they take from it. */
function changeOf({ postings }: Entry, accountId: string, kind: Kind): number {
  const sumFor = (side: 'source' | 'destination') =>
    postings
      .filter(posting => posting.kind === kind && posting[side] === accountId)
      .flatMap(({ lots }) => lots)
      .reduce((sum, lot) => sum + lot.amount, 0);
  return sumFor('destination') - sumFor('source');
}

function lineOf(entry: Entry, accountId: string): Line {
  const link = entry.chain.find(({ account }) => account === accountId) ?? entry.chain[0]!;
  return {
    key: entry._id,
    seq: entry.seq,
    reason: entry.reason,
    reference: entry.reference,
    change: { carbon: changeOf(entry, accountId, 'carbon'), bonus: changeOf(entry, accountId, 'bonus') },
    atMs: entry.atMs,
    previousHash: link.previousHash,
    hash: link.hash,
  };
}

/**
 * A page of an account's entries, latest first. Those that touch a rider as well are in the rider's account: of any
 * other account its chain therefore has gaps here. One database call.
 */
export async function listEntries(
  platform: Platform,
  { accountId, cursor, limit }: { accountId: string; cursor: string | null; limit: number },
): Promise<{ entries: Line[]; nextCursor: string | null }> {
  const before = cursor === null ? null : Number(cursor);
  const page = await listStatement(platform, accountId, { cursor: before, limit });
  return {
    entries: page.entries.map(entry => lineOf(entry, accountId)),
    nextCursor: page.nextCursor === null ? null : String(page.nextCursor),
  };
}
