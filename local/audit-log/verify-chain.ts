import { hash } from 'node:crypto';
import { type ChainedEntry, type ChainHead, GENESIS, verifyLink } from '../../miniprogram/proof';
import type { ExportedDocument } from '../ledger/ledger-line';

/** What is wrong, and where: the chain, and the number and id of the entry when it is one entry's fault. */
export interface AuditFault {
  chain: string;
  seq: number | null;
  id: string | null;
  problem: string;
}

/** Everything there is of one chain. */
export interface ChainGroup {
  chain: string;
  ends: ExportedDocument[];
  /** In any order. */
  entries: ExportedDocument[];
}

const nativeSha256 = (text: string): string => hash('sha256', text, 'hex');
const numberOf = (entry: ExportedDocument): number => Number(entry.seq);

/** The first fault of a chain, null when it is sound: its numbers, links, places in time and its end. */
export function verifyAuditChain({ chain, ends, entries }: ChainGroup): AuditFault | null {
  const ordered = [...entries].sort((left, right) => numberOf(left) - numberOf(right));
  let head: ChainHead = GENESIS;
  let lastAtMs = 0;
  for (const entry of ordered) {
    const link = linkOf(chain, entry, head);
    const problem = typeof link === 'string' ? link : placeProblem(entry, link.seq, lastAtMs);
    if (problem !== null) return { chain, seq: numberOf(entry), id: entry._id, problem };
    head = link as ChainHead;
    lastAtMs = Number(entry.atMs);
  }
  const problem = endProblem(ends, head, lastAtMs);
  return problem === null ? null : { chain, seq: null, id: ordered.at(-1)?._id ?? null, problem };
}

/** The next head, or in words why the chain breaks at this entry. */
function linkOf(chain: string, entry: ExportedDocument, head: ChainHead): ChainHead | string {
  const verdict = verifyLink(chain, entry as unknown as ChainedEntry, head, nativeSha256);
  if (verdict.ok) return verdict;
  switch (verdict.reason) {
    case 'MISSING_LINK':
      return 'it has no link in this chain';
    case 'BROKEN_LINK':
      return 'the chain is broken: it does not name the hash of the entry before it';
    case 'CHANGED':
      return 'it was changed: its hash is another one';
    case 'GAP':
      return numberOf(entry) < verdict.at
        ? `number ${numberOf(entry)} stands twice`
        : `number ${verdict.at} is missing before it`;
  }
}

function placeProblem(entry: ExportedDocument, seq: number, lastAtMs: number): string | null {
  const { atMs } = entry;
  if (entry.seq !== seq) return `its number is ${entry.seq} and its link’s is ${seq}`;
  if (!Number.isSafeInteger(atMs)) return `its time is ${atMs}`;
  if ((atMs as number) < lastAtMs) return 'it is earlier than the entry before it';
  if (entry.timeline !== `${String(atMs).padStart(15, '0')}-${entry._id}`)
    return `its place in time is ${entry.timeline}`;
  return null;
}

function endProblem(ends: readonly ExportedDocument[], head: ChainHead, lastAtMs: number): string | null {
  const [end] = ends;
  if (!end || ends.length > 1) return `it has ${ends.length} documents of its end`;
  if (end.seq !== head.seq) return `its end says ${end.seq} entries, here are ${head.seq}`;
  if (end.head !== head.head) return 'the head at its end is not the hash of its last entry';
  if (end.updatedAtMs !== lastAtMs) return 'its end was not written with its last entry';
  return null;
}
