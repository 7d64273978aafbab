import { type DocumentSource, walk } from './document-source';
import {
  accountsCollection,
  type ExportedDocument,
  entriesCollection,
  type LedgerLine,
  tripsCollection,
} from './ledger-line';

/**
 * The ledger as it was when its accounts were read: entries that are added meanwhile are left out, so that the export
 * of a running endpoint is of one piece account by account. An entry whose account has no document is kept: it must
 * not be hidden from who verifies the file.
 *
 * Trips are read only when nobody writes, for later ones would belong to entries that are left out; of a trip nothing
 * is told but what it was credited with.
 */
export async function* readLedger(source: DocumentSource): AsyncGenerator<LedgerLine> {
  const lastNumbers = new Map<string, number>();
  for await (const document of walk(source, accountsCollection)) {
    lastNumbers.set(document._id, Number(document.seq));
    yield { collection: accountsCollection, document };
  }
  const isNew = newAccounts(source, lastNumbers);
  for await (const document of walk(source, entriesCollection)) {
    const account = String(document.account);
    if (Number(document.seq) > (lastNumbers.get(account) ?? Number.POSITIVE_INFINITY) && source.isLive)
      continue;
    if (await isNew(account)) continue;
    yield { collection: entriesCollection, document };
  }
  if (!source.isLive) yield* readTrips(source);
}

/** Tells accounts that appeared after the accounts had been read from those that have no document at all. */
function newAccounts(source: DocumentSource, known: ReadonlyMap<string, number>) {
  const asked = new Map<string, boolean>();
  return async (account: string): Promise<boolean> => {
    if (!source.isLive || known.has(account)) return false;
    if (!asked.has(account)) asked.set(account, (await source.get(accountsCollection, account)) !== null);
    return asked.get(account)!;
  };
}

async function* readTrips(source: DocumentSource): AsyncGenerator<LedgerLine> {
  for await (const { _id, state, creditedGrams } of walk(source, tripsCollection, [
    'state',
    'creditedGrams',
  ])) {
    const document: ExportedDocument = { _id, state, creditedGrams };
    yield { collection: tripsCollection, document };
  }
}
