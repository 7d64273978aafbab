import { accountsOf, type ExportedPosting, entryProblem } from '../../miniprogram/proof/replay';
import { type AccountBatch, AccountGroups } from './account-groups';
import { accountsIn, type SealedGroup } from './account-lines';
import { Conservation, type Equation } from './conservation';
import {
  accountsAhead,
  accountsCollection,
  entriesCollection,
  guessAccount,
  readLedgerLine,
  tripsCollection,
} from './ledger-line';
import { headLine } from './sealed-head';
import { type Fault, verifyAccount } from './verify-account';
import { leavesCollection, type SealsReport, SealsVerification, sealsCollection } from './verify-seals';

export interface LedgerReport {
  accounts: number;
  /** Of these, how many were written while they were exported: of them only the entries could be verified. */
  ahead: number;
  entries: number;
  trips: number;
  /** The first fault of each account, the first ones of all; `faultCount` counts them all. */
  faults: Fault[];
  faultCount: number;
  equations: Equation[];
  seals: SealsReport;
  ok: boolean;
}

/** What is gathered while the lines are read. */
interface Gathered {
  groups: AccountGroups;
  conservation: Conservation;
  seals: SealsVerification;
}

/** More are only counted. */
const faultsShown = 20;

/**
 * Verifies a ledger from its exported lines, in any order and in memory that does not grow with their number. It
 * shares nothing with the code that writes the ledger but the proof code, the definition of the hashes.
 *
 * @param knownRoots roots by day that somebody has kept elsewhere
 */
export async function verifyLedger(
  lines: AsyncIterable<string> | Iterable<string>,
  knownRoots: ReadonlyMap<string, string> = new Map(),
): Promise<LedgerReport> {
  const report: LedgerReport = {
    accounts: 0,
    ahead: 0,
    entries: 0,
    trips: 0,
    faults: [],
    faultCount: 0,
    equations: [],
    seals: { seals: 0, last: null, waiting: 0 },
    ok: false,
  };
  const [groups, conservation, seals] = [new AccountGroups(), new Conservation(), new SealsVerification()];
  const gathered = { groups, conservation, seals };
  try {
    await sortLines(lines, gathered, report);
    for (const batch of groups.batches()) verifyBatch(batch, gathered, report);
    for (const fault of seals.faults(report.seals, knownRoots)) addFault(report, fault);
  } finally {
    groups.close();
    seals.close();
  }
  report.equations = conservation.equations();
  report.ok = report.faultCount === 0 && report.equations.every(equation => equation.holds);
  return report;
}

function addFault(report: LedgerReport, fault: Fault): void {
  report.faultCount += 1;
  if (report.faults.length < faultsShown) report.faults.push(fault);
}

async function sortLines(
  lines: AsyncIterable<string> | Iterable<string>,
  gathered: Gathered,
  report: LedgerReport,
): Promise<void> {
  let number = 0;
  for await (const text of lines) {
    number += 1;
    if (text.trim() === '') continue;
    try {
      sortLine(text, gathered, report);
    } catch (error) {
      const problem = `line ${number} cannot be read: ${(error as Error).message}`;
      addFault(report, { account: '', seq: null, key: null, problem });
    }
  }
}

function sortLine(text: string, { groups, conservation, seals }: Gathered, report: LedgerReport): void {
  const guessed = guessAccount(text);
  const { collection, document } =
    guessed === null
      ? readLedgerLine(text)
      : { collection: entriesCollection, document: { _id: '', account: guessed } };
  if (collection === accountsCollection) {
    report.accounts += 1;
    groups.add(document._id, text);
  } else if (collection === accountsAhead) {
    report.ahead += 1;
    groups.add(document._id, text);
  } else if (collection === entriesCollection) {
    report.entries += 1;
    groups.addToEach(accountsOf(document), text);
  } else if (collection === tripsCollection) {
    report.trips += 1;
    conservation.addTrip(document);
  } else if (collection === sealsCollection) {
    seals.addSeal(document);
  } else if (collection === leavesCollection) {
    for (const head of seals.addChunk(document)) groups.add(head.account, headLine(head));
  }
}

function verifyBatch(batch: AccountBatch, gathered: Gathered, report: LedgerReport): void {
  const sayProblem = (problem: string): void =>
    addFault(report, { account: '', seq: null, key: null, problem });
  for (const group of accountsIn(batch, sayProblem)) verifyGroup(group, gathered, report);
}

/** Sums are made of everything that can be read, sound or not: a fault shows in them as well. */
function verifyGroup(group: SealedGroup, { conservation, seals }: Gathered, report: LedgerReport): void {
  const { fault, replay } = verifyAccount(group);
  if (fault !== null) addFault(report, fault);
  for (const other of seals.accountFaults(group, group.heads)) addFault(report, other);
  if (group.isAhead) conservation.addReplay(group.account, replay);
  else for (const document of group.documents) conservation.addAccount(document);
  for (const entry of group.entries) {
    // An entry over several accounts is in several groups, and counts in its own.
    if (entry.account !== group.account || entryProblem(entry) !== null) continue;
    for (const posting of entry.postings as ExportedPosting[]) conservation.addPosting(posting);
  }
}
