import type { ChainHead } from '../../miniprogram/proof';
import { type AccountReplay, Sums } from './account-replay';
import type { ExportedDocument } from './ledger-line';

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

export function creditsIn(document: ExportedDocument): DocumentCredits {
  const holds = Array.isArray(document.holds) ? (document.holds as { lots?: unknown }[]) : [];
  return {
    free: listOf(document.lots),
    held: holds.flatMap(hold => listOf(hold?.lots)),
    debts: listOf(document.debts),
  };
}

/** What is wrong with an account's document, given its entries; null when it is what they lead to. */
export function documentProblem(document: ExportedDocument, end: AccountEnd): string | null {
  if (document.seq !== end.head.seq)
    return `its document says ${document.seq} entries, here are ${end.head.seq}`;
  if (document.head !== end.head.head) return 'the head in its document is not the hash of its last entry';
  if (document.updatedAtMs !== end.lastAtMs) return 'its document was not written with its last entry';
  return creditsProblem(document, end.replay) ?? markProblem(document, end.replay);
}

function creditsProblem(document: ExportedDocument, replay: AccountReplay): string | null {
  const { free, held, debts } = creditsIn(document);
  const wrong = [...free, ...held, ...debts].find(
    lot => !(Number.isSafeInteger(lot.amount) && lot.amount > 0),
  );
  if (wrong !== undefined) return `its document holds the amount ${wrong.amount}`;
  const lots = new Sums();
  for (const { kind, origin, expiresOn, amount } of [...free, ...held])
    lots.add([kind, origin, expiresOn], amount);
  const owed = new Sums();
  for (const { kind, origin, amount } of debts) owed.add([kind, origin], amount);
  const lot = lots.differenceFrom(replay.lots);
  if (lot !== null) return `its document holds another amount of ${lot} than its postings`;
  const debt = owed.differenceFrom(replay.debts);
  return debt === null ? null : `its document owes another amount of ${debt} than its postings`;
}

/** Only the latest vintages are kept in the document. */
function markProblem(document: ExportedDocument, replay: AccountReplay): string | null {
  if ((document.firstCarbonKey ?? null) !== replay.firstCarbonKey)
    return `its first carbon is ${replay.firstCarbonKey}, not ${document.firstCarbonKey}`;
  const kept = (document.carbonByVintage ?? {}) as Record<string, number>;
  const latest = [...replay.vintages]
    .map(({ name }) => name)
    .sort()
    .at(-1);
  const months = new Set([...Object.keys(kept), ...(latest === undefined ? [] : [latest])]);
  const wrong = [...months].find(month => kept[month] !== replay.vintages.get(month));
  return wrong === undefined ? null : `its document counts another carbon of ${wrong} than its postings`;
}
