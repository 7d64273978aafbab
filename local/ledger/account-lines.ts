import { accountsOf } from '../../miniprogram/proof/replay';
import type { AccountBatch } from './account-groups';
import {
  accountsAhead,
  type ExportedDocument,
  entriesCollection,
  guessAccount,
  readLedgerLine,
} from './ledger-line';
import { readHeadLine, type SealedHead } from './sealed-head';
import type { AccountGroup } from './verify-account';

/** Everything there is of one account, and what was sealed of it. */
export interface SealedGroup extends AccountGroup {
  heads: SealedHead[];
}

/** The same, with entries that are still lines: they are read account by account, so that few are in memory at once. */
interface UnreadGroup extends SealedGroup {
  lines: string[];
}

type SayProblem = (problem: string) => void;

/** The accounts of a batch, one after the other. Lines that cannot be read are told and left out. */
export function* accountsIn(batch: AccountBatch, sayProblem: SayProblem): Generator<SealedGroup> {
  const groups = new Map<string, UnreadGroup>();
  for (const line of batch.lines) attempt(sayProblem, () => sort(line, batch, groups));
  for (const [account, group] of groups) {
    groups.delete(account);
    for (const line of group.lines) attempt(sayProblem, () => group.entries.push(entryOf(line, account)));
    yield group;
  }
}

function attempt(sayProblem: SayProblem, read: () => void): void {
  try {
    read();
  } catch (error) {
    sayProblem(`a line cannot be read: ${(error as Error).message}`);
  }
}

function sort(line: string, batch: AccountBatch, groups: Map<string, UnreadGroup>): void {
  const head = readHeadLine(line);
  const guessed = head === null ? guessAccount(line) : null;
  if (head !== null) groupOf(head.account, groups).heads.push(head);
  else if (guessed !== null) groupOf(guessed, groups).lines.push(line);
  else sortDocument(line, batch, groups);
}

function sortDocument(line: string, batch: AccountBatch, groups: Map<string, UnreadGroup>): void {
  const { collection, document } = readLedgerLine(line);
  const isEntry = collection === entriesCollection;
  for (const account of isEntry ? accountsOf(document) : [document._id]) {
    if (!batch.isPlaceOf(account)) continue;
    const group = groupOf(account, groups);
    if (collection === accountsAhead) group.isAhead = true;
    else group[isEntry ? 'entries' : 'documents'].push(document);
  }
}

function groupOf(account: string, groups: Map<string, UnreadGroup>): UnreadGroup {
  const known = groups.get(account);
  if (known !== undefined) return known;
  const group = { account, documents: [], isAhead: false, entries: [], heads: [], lines: [] };
  groups.set(account, group);
  return group;
}

/** Throws when the line was taken for one of another account or of one chain. */
function entryOf(line: string, account: string): ExportedDocument {
  const { document } = readLedgerLine(line);
  const links = Array.isArray(document.chain) ? document.chain.length : 0;
  if (account !== document.account || links > 1) throw new Error(`${document._id} names two accounts`);
  return document;
}
