import { hash } from 'node:crypto';
import { type AccountReplay, ChainReplay, documentProblem, numberIn } from '../../miniprogram/proof/replay';
import type { ExportedDocument } from './ledger-line';

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

const nativeSha256 = (text: string): string => hash('sha256', text, 'hex');

/** Looks at an account's numbers, chain, postings and balances, and at its document. */
export function verifyAccount({ account, documents, isAhead, entries }: AccountGroup): AccountVerdict {
  const numberOf = (entry: ExportedDocument): number => numberIn(account, entry);
  const ordered = [...entries].sort((left, right) => numberOf(left) - numberOf(right));
  const chain = new ChainReplay(account, nativeSha256);
  for (const entry of ordered) {
    const found = chain.take(entry);
    if (found === null) continue;
    const { seq, key, problem } = found;
    return { fault: { account, seq, key, problem }, replay: chain.replay };
  }
  if (isAhead) return { fault: null, replay: chain.replay };
  const problem =
    documents.length === 1
      ? documentProblem(documents[0]!, chain)
      : `it has ${documents.length} account documents`;
  const key = ordered.at(-1)?._id ?? null;
  return { fault: problem === null ? null : { account, seq: null, key, problem }, replay: chain.replay };
}
