import { AccountGroups } from '../ledger/account-groups';
import { readLedgerLine } from '../ledger/ledger-line';
import { headLine, readHeadLine, type SealedHead } from '../ledger/sealed-head';
import type { Fault } from '../ledger/verify-account';
import {
  leavesCollection,
  type SealsReport,
  SealsVerification,
  sealsCollection,
} from '../ledger/verify-seals';
import { auditCollection, chainsCollection } from './read-audit';
import { type AuditFault, type ChainGroup, verifyAuditChain } from './verify-chain';

export interface AuditReport {
  chains: number;
  entries: number;
  /** The first fault of each chain, the first twenty; `faultCount` counts them all. */
  faults: AuditFault[];
  faultCount: number;
  seals: SealsReport;
  ok: boolean;
}

/** What is gathered while the lines are read. */
interface Gathered {
  groups: AccountGroups;
  seals: SealsVerification;
}

/** More are only counted. */
const faultsShown = 20;

/**
 * Verifies an audit log from its exported lines, in any order and in memory that does not grow with their number. It
 * shares nothing with the code that writes the log but the proof code, the definition of the hashes.
 *
 * @param knownRoots roots by day that somebody has kept elsewhere
 */
export async function verifyAudit(
  lines: AsyncIterable<string> | Iterable<string>,
  knownRoots: ReadonlyMap<string, string> = new Map(),
): Promise<AuditReport> {
  const seals: SealsReport = { seals: 0, last: null, waiting: 0 };
  const report: AuditReport = { chains: 0, entries: 0, faults: [], faultCount: 0, seals, ok: false };
  const gathered = { groups: new AccountGroups(), seals: new SealsVerification('audit') };
  try {
    await sortLines(lines, gathered, report);
    for (const { lines: together } of gathered.groups.batches()) {
      for (const group of chainsOf(together)) verifyGroup(group, gathered.seals, report);
    }
    for (const fault of gathered.seals.faults(seals, knownRoots)) addFault(report, auditFaultOf(fault));
  } finally {
    gathered.groups.close();
    gathered.seals.close();
  }
  report.ok = report.faultCount === 0;
  return report;
}

function addFault(report: AuditReport, fault: AuditFault): void {
  report.faultCount += 1;
  if (report.faults.length < faultsShown) report.faults.push(fault);
}

async function sortLines(
  lines: AsyncIterable<string> | Iterable<string>,
  gathered: Gathered,
  report: AuditReport,
): Promise<void> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      sortLine(text, gathered);
    } catch (error) {
      const problem = `line ${number} cannot be read: ${(error as Error).message}`;
      addFault(report, { chain: '', seq: null, id: null, problem });
    }
  }
}

/** Lines of something else than the audit log are passed over. */
function sortLine(text: string, { groups, seals }: Gathered): void {
  const { collection, document } = readLedgerLine(text);
  if (collection === chainsCollection) groups.add(document._id, text);
  else if (collection === auditCollection) groups.add(String(document.account), text);
  else if (collection === sealsCollection) seals.addSeal(document);
  else if (collection === leavesCollection) {
    for (const head of seals.addChunk(document)) groups.add(head.account, headLine(head));
  }
}

const auditFaultOf = ({ account, seq, key, problem }: Fault): AuditFault => ({
  chain: account,
  seq,
  id: key,
  problem,
});

/** Everything there is of one chain, and what was sealed of it. */
interface SealedChain extends ChainGroup {
  heads: SealedHead[];
}

function chainsOf(lines: readonly string[]): Iterable<SealedChain> {
  const groups = new Map<string, SealedChain>();
  for (const line of lines) {
    const head = readHeadLine(line);
    if (head === null) sort(line, groups);
    else groupOf(head.account, groups).heads.push(head);
  }
  return groups.values();
}

function sort(line: string, groups: Map<string, SealedChain>): void {
  const { collection, document } = readLedgerLine(line);
  if (collection === auditCollection) groupOf(String(document.account), groups).entries.push(document);
  else groupOf(document._id, groups).ends.push(document);
}

function groupOf(chain: string, groups: Map<string, SealedChain>): SealedChain {
  const group = groups.get(chain) ?? { chain, ends: [], entries: [], heads: [] };
  groups.set(chain, group);
  return group;
}

function verifyGroup(group: SealedChain, seals: SealsVerification, report: AuditReport): void {
  report.chains += 1;
  report.entries += group.entries.length;
  const fault = verifyAuditChain(group);
  if (fault !== null) addFault(report, fault);
  const { chain: account, entries } = group;
  for (const other of seals.accountFaults({ account, entries }, group.heads))
    addFault(report, auditFaultOf(other));
}
