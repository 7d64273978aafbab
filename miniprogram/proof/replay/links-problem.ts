import { type ExportedEntry, guardedAccountOf } from './exported-entry';

const isUser = (account: string): boolean => account.startsWith('user:');

/**
 * Whether an entry is of the chains it ought to be of: of each guarded account that its postings touch, of no other, and
 * of the one user first. What touches an account without being in its chain would move its credits unseen.
 *
 * @returns what is wrong; null when nothing is
 */
export function linksProblem(entry: ExportedEntry): string | null {
  const names = entry.postings.flatMap(({ source, destination }) => [source, destination]);
  const foreign = names.find(name => {
    const account = guardedAccountOf(name);
    return account !== null && isUser(account) && account !== entry.account;
  });
  if (foreign !== undefined) return `it touches another user’s ${foreign}`;
  const touched = new Set(names.map(guardedAccountOf).filter(name => name !== null));
  const linked = entry.chain.map(({ account }) => account);
  if (linked[0] !== entry.account) return `the first link is ${linked[0]}’s, the entry is ${entry.account}’s`;
  const unlinked = [...touched].find(account => !linked.includes(account));
  if (unlinked !== undefined) return `it touches ${unlinked} without a link in its chain`;
  const untouched = linked.find(account => !touched.has(account));
  return untouched === undefined ? null : `it is in the chain of ${untouched} without touching it`;
}
