import type { ChainHead } from '../chain';
import type { AccountReplay } from './account-replay';
import type { ExportedDocument } from './exported-entry';
import type { OpenHold } from './held-replay';
import { Sums } from './sums';

export interface AccountEnd {
  head: ChainHead;
  lastAtMs: number;
  replay: AccountReplay;
}

interface DocumentLot {
  kind: string;
  origin: string;
  expiresOn: string;
  amount: number;
}

/** The lots of a document: free ones, and those set aside in holds. */
export interface DocumentCredits {
  free: DocumentLot[];
  held: DocumentLot[];
  debts: DocumentLot[];
}

/** Whatever is no lot becomes one without fields, so that it is found as a fault and not as a crash. */
const listOf = (value: unknown): DocumentLot[] => (Array.isArray(value) ? value.map(lot => lot ?? {}) : []);

interface DocumentHold {
  key?: unknown;
  deadlineMs?: unknown;
  lots?: unknown;
}

const holdsIn = ({ holds }: ExportedDocument): (DocumentHold | null)[] => (Array.isArray(holds) ? holds : []);

export function creditsIn(document: ExportedDocument): DocumentCredits {
  return {
    free: listOf(document.lots),
    held: holdsIn(document).flatMap(hold => listOf(hold?.lots)),
    debts: listOf(document.debts),
  };
}

/** What is wrong with an account's document, given its entries; null when it is what they lead to. */
export function documentProblem(document: ExportedDocument, end: AccountEnd): string | null {
  if (document.seq !== end.head.seq)
    return `its document says ${document.seq} entries, here are ${end.head.seq}`;
  if (document.head !== end.head.head) return 'the head in its document is not the hash of its last entry';
  if (document.updatedAtMs !== end.lastAtMs) return 'its document was not written with its last entry';
  return (
    creditsProblem(document, end.replay) ??
    markProblem(document, end.replay) ??
    derivedProblem(document, end.replay)
  );
}

function creditsProblem(document: ExportedDocument, replay: AccountReplay): string | null {
  const { free, held, debts } = creditsIn(document);
  const wrong = [...free, ...held, ...debts].find(
    lot => !(Number.isSafeInteger(lot.amount) && lot.amount > 0),
  );
  if (wrong !== undefined) return `its document holds the amount ${wrong.amount}`;
  const lot = sumsOf(free).differenceFrom(replay.lots);
  if (lot !== null) return `its document holds another amount of ${lot} than its postings`;
  const owed = new Sums();
  for (const { kind, origin, amount } of debts) owed.add([kind, origin], amount);
  const debt = owed.differenceFrom(replay.debts);
  if (debt !== null) return `its document owes another amount of ${debt} than its postings`;
  return holdsProblem(document, replay.held.open);
}

function sumsOf(lots: readonly DocumentLot[]): Sums {
  const sums = new Sums();
  for (const { kind, origin, expiresOn, amount } of lots) sums.add([kind, origin, expiresOn], amount);
  return sums;
}

function holdsProblem(document: ExportedDocument, open: ReadonlyMap<string, OpenHold>): string | null {
  const holds = holdsIn(document);
  if (holds.length !== open.size) return `its document has ${holds.length} holds, its entries ${open.size}`;
  for (const hold of holds) {
    const expected = open.get(String(hold?.key));
    if (!expected) return `its document has a hold ${hold?.key} that no entry opened`;
    if (hold?.deadlineMs !== expected.deadlineMs)
      return `the hold ${hold?.key} has another deadline than its entry`;
    const lot = sumsOf(listOf(hold.lots)).differenceFrom(expected.lots);
    if (lot !== null) return `the hold ${hold.key} has another amount of ${lot} than its entry`;
  }
  return null;
}

/** As the product keeps them, so that monthly caps can be told. */
const vintagesKept = 5;

function markProblem(document: ExportedDocument, replay: AccountReplay): string | null {
  if ((document.firstCarbonKey ?? null) !== replay.firstCarbonKey)
    return `its first carbon is ${replay.firstCarbonKey}, not ${document.firstCarbonKey}`;
  const kept = (document.carbonByVintage ?? {}) as Record<string, number>;
  const expected = replay.latestVintages(vintagesKept);
  const months = [...new Set([...expected.keys(), ...Object.keys(kept)])];
  const wrong = months.find(month => kept[month] !== expected.get(month));
  return wrong === undefined ? null : `its document counts another carbon of ${wrong} than its postings`;
}

/** What the jobs find accounts by, and the numbers of a pool's grams. */
function derivedProblem(document: ExportedDocument, replay: AccountReplay): string | null {
  const deadlines = [...replay.held.open.values()].map(hold => hold.deadlineMs);
  const { issued, left } = replay.serials;
  const counts = (document.serials ?? {}) as { issued?: number; left?: number };
  const fields: [string, unknown, unknown][] = [
    ['next expiry', document.nextExpiryOn, replay.nextExpiryOn()],
    ['next deadline', document.nextDeadlineMs, deadlines.length === 0 ? null : Math.min(...deadlines)],
    ['count of issued grams', counts.issued ?? 0, issued],
    ['count of grams that left', counts.left ?? 0, left],
  ];
  const wrong = fields.find(([, said, expected]) => said !== expected);
  return wrong ? `the ${wrong[0]} in its document is ${wrong[1]}, by its entries ${wrong[2]}` : null;
}
