import type { ChainLink } from '../chain';
import { type ExportedEntry, type ExportedPosting, guardedAccountOf } from './exported-entry';

const isUser = (account: string): boolean => account.startsWith('user:');

/**
 * Whether an entry is of the chains it ought to be of: of each guarded account that its postings touch, of no other, and
 * of the one user first. What touches an account without being in its chain would move its credits unseen.
 *
 * @returns what is wrong; null when nothing is
 */
export function linksProblem({ account, postings, chain }: ExportedEntry): string | null {
  const touched = touchedBy(postings);
  const foreign = touched.find(other => isUser(other) && other !== account);
  if (foreign !== undefined) return `it touches another user’s ${nameOf(foreign, postings)}`;
  const linked = (chain as readonly (ChainLink | null)[]).map(link => String(link?.account));
  if (linked[0] !== account) return `the first link is ${linked[0]}’s, the entry is ${account}’s`;
  const unlinked = touched.find(other => !linked.includes(other));
  if (unlinked !== undefined) return `it touches ${unlinked} without a link in its chain`;
  const untouched = linked.find(other => !touched.includes(other));
  return untouched === undefined ? null : `it is in the chain of ${untouched} without touching it`;
}

/** The guarded accounts that postings touch, each once; they are few. */
function touchedBy(postings: readonly ExportedPosting[]): string[] {
  const touched: string[] = [];
  for (const { source, destination } of postings) {
    for (const account of [guardedAccountOf(source), guardedAccountOf(destination)])
      if (account !== null && !touched.includes(account)) touched.push(account);
  }
  return touched;
}

/** The first name under which postings touch an account: its own, its debt’s or its held credits’. */
const nameOf = (account: string, postings: readonly ExportedPosting[]): string | undefined =>
  postings
    .flatMap(({ source, destination }) => [source, destination])
    .find(name => guardedAccountOf(name) === account);
