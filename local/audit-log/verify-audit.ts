import { AccountGroups } from '../ledger/account-groups';
import { readLedgerLine } from '../ledger/ledger-line';
import { auditCollection, chainsCollection } from './read-audit';
import { type AuditFault, type ChainGroup, verifyAuditChain } from './verify-chain';

export interface AuditReport {
  chains: number;
  entries: number;
  /** The first fault of each chain, the first twenty; `faultCount` counts them all. */
  faults: AuditFault[];
  faultCount: number;
  ok: boolean;
}

/** More are only counted. */
const faultsShown = 20;

/**
 * Verifies an audit log from its exported lines, in any order and in memory that does not grow with their number. It
 * shares nothing with the code that writes the log but the proof code, the definition of the hashes.
 */
export async function verifyAudit(lines: AsyncIterable<string> | Iterable<string>): Promise<AuditReport> {
  const report: AuditReport = { chains: 0, entries: 0, faults: [], faultCount: 0, ok: false };
  const groups = new AccountGroups();
  try {
    await sortLines(lines, groups, report);
    for (const { lines: together } of groups.batches()) {
      for (const group of chainsOf(together)) verifyGroup(group, report);
    }
  } finally {
    groups.close();
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
  groups: AccountGroups,
  report: AuditReport,
): Promise<void> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      const chain = chainOfLine(text);
      if (chain !== null) groups.add(chain, text);
    } catch (error) {
      const problem = `line ${number} cannot be read: ${(error as Error).message}`;
      addFault(report, { chain: '', seq: null, id: null, problem });
    }
  }
}

/** Null for a line of something else than the audit log. */
function chainOfLine(text: string): string | null {
  const { collection, document } = readLedgerLine(text);
  if (collection === chainsCollection) return document._id;
  return collection === auditCollection ? String(document.account) : null;
}

function chainsOf(lines: readonly string[]): Iterable<ChainGroup> {
  const groups = new Map<string, ChainGroup>();
  for (const text of lines) {
    const { collection, document } = readLedgerLine(text);
    const isEnd = collection === chainsCollection;
    const chain = isEnd ? document._id : String(document.account);
    const group = groups.get(chain) ?? { chain, ends: [], entries: [] };
    groups.set(chain, group);
    group[isEnd ? 'ends' : 'entries'].push(document);
  }
  return groups.values();
}

function verifyGroup(group: ChainGroup, report: AuditReport): void {
  report.chains += 1;
  report.entries += group.entries.length;
  const fault = verifyAuditChain(group);
  if (fault !== null) addFault(report, fault);
}
