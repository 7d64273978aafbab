import type { Platform } from '../../platform';
import { type AuditChain, type AuditEntry, auditChains, auditEntries } from './store';

const CHAINS_A_PAGE = 200;
const ENTRIES_A_PAGE = 200;

/** The ends of all chains, by name. One database call. */
export async function listChains(
  platform: Platform,
  { cursor }: { cursor: string | null },
): Promise<{ chains: { account: string; seq: number; head: string }[]; nextCursor: string | null }> {
  const found = await platform.database.find(auditChains, {
    where: { _id: { above: cursor ?? '' } },
    orderBy: [['_id', 'asc']],
    limit: CHAINS_A_PAGE + 1,
  });
  const shown = found.slice(0, CHAINS_A_PAGE);
  return {
    chains: shown.map(({ _id: account, seq, head }: AuditChain) => ({ account, seq, head })),
    nextCursor: found.length > CHAINS_A_PAGE ? shown.at(-1)!._id : null,
  };
}

/** Entries of one chain in order, from after number `afterSeq` on. One database call. */
export async function readChain(
  platform: Platform,
  { account, afterSeq }: { account: string; afterSeq: number },
): Promise<{ entries: AuditEntry[]; more: boolean }> {
  const found = await platform.database.find(auditEntries, {
    where: { account, seq: { above: afterSeq } },
    orderBy: [['seq', 'asc']],
    limit: ENTRIES_A_PAGE + 1,
  });
  return { entries: found.slice(0, ENTRIES_A_PAGE), more: found.length > ENTRIES_A_PAGE };
}
