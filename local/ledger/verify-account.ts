import { createHash } from 'node:crypto';
import { type ChainHead, canonicalJson, GENESIS, verifyLink } from '../../miniprogram/proof';
import { documentProblem } from './account-document';
import { AccountReplay } from './account-replay';
import { type ExportedEntry, entryProblem } from './exported-entry';
import type { ExportedDocument } from './ledger-line';
import { linksProblem } from './links-problem';

/** What is wrong, and where: the account, and the number and key of the entry when it is one entry's fault. */
export interface Fault {
  account: string;
  seq: number | null;
  key: string | null;
  problem: string;
}

/** Everything there is of one account. */
export interface AccountGroup {
  account: string;
  documents: ExportedDocument[];
  /** Whether the document was written during the export and says more than the entries. */
  isAhead: boolean;
  /** In any order. */
  entries: ExportedDocument[];
}

export interface AccountVerdict {
  /** The first fault, null when it is sound. */
  fault: Fault | null;
  /** The account as its entries leave it, up to the first fault. */
  replay: AccountReplay;
}

const nativeSha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The entry's number in the account's chain; what it says itself when it has none there. */
function numberIn(account: string, { chain, seq }: ExportedDocument): number {
  const links = Array.isArray(chain) ? (chain as ({ account?: unknown; seq?: unknown } | null)[]) : [];
  return Number(links.find(link => link?.account === account)?.seq ?? seq);
}

/** Looks at an account's numbers, chain, postings and balances, and at its document. */
export function verifyAccount({ account, documents, isAhead, entries }: AccountGroup): AccountVerdict {
  const numberOf = (entry: ExportedDocument): number => numberIn(account, entry);
  const ordered = [...entries].sort((left, right) => numberOf(left) - numberOf(right));
  const replay = new AccountReplay(account);
  let head: ChainHead = GENESIS;
  let lastAtMs = 0;
  for (const entry of ordered) {
    const verdict = linkOf(account, entry, head);
    const problem =
      typeof verdict === 'string' ? verdict : entryFault(account, entry, verdict.seq, lastAtMs, replay);
    if (problem !== null)
      return { fault: { account, seq: numberOf(entry), key: entry._id, problem }, replay };
    head = verdict as ChainHead;
    lastAtMs = Number(entry.atMs);
  }
  if (isAhead) return { fault: null, replay };
  const problem =
    documents.length === 1
      ? documentProblem(documents[0]!, { head, lastAtMs, replay })
      : `it has ${documents.length} account documents`;
  const key = ordered.at(-1)?._id ?? null;
  return { fault: problem === null ? null : { account, seq: null, key, problem }, replay };
}

/** The next head of the chain, or in words why the chain breaks at this entry. */
function linkOf(account: string, entry: ExportedDocument, head: ChainHead): ChainHead | string {
  const verdict = verifyLink(account, entry as unknown as ExportedEntry, head, nativeSha256);
  if (verdict.ok) return verdict;
  switch (verdict.reason) {
    case 'MISSING_LINK':
      return 'it has no link in this account’s chain';
    case 'BROKEN_LINK':
      return 'the chain is broken: it does not name the hash of the entry before it';
    case 'CHANGED':
      return 'it was changed: its hash is another one';
    case 'GAP':
      return numberIn(account, entry) < verdict.at
        ? `number ${numberIn(account, entry)} stands twice`
        : `number ${verdict.at} is missing before it`;
  }
}

function entryFault(
  account: string,
  document: ExportedDocument,
  seq: number,
  lastAtMs: number,
  replay: AccountReplay,
): string | null {
  const problem = entryProblem(document);
  if (problem !== null) return problem;
  const entry = document as ExportedEntry;
  if (entry.atMs < lastAtMs) return 'it is earlier than the entry before it';
  const forbidden = replay.apply(entry);
  // What is said of the entry as a whole is told once, where it belongs.
  if (forbidden !== null || entry.account !== account) return forbidden;
  if (entry.seq !== seq) return `its number is ${entry.seq} and its link’s is ${seq}`;
  return linksProblem(entry) ?? balanceProblem(entry, replay);
}

function balanceProblem({ balanceAfter, atMs }: ExportedEntry, replay: AccountReplay): string | null {
  const expected = canonicalJson(replay.balanceAt(atMs));
  if (canonicalJson(balanceAfter ?? null) === expected) return null;
  return `balanceAfter is not what the postings add up to: ${expected}`;
}
