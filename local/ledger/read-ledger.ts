import { type DocumentSource, walk } from './document-source';
import { ExportCut } from './export-cut';
import {
  accountsAhead,
  accountsCollection,
  type ExportedDocument,
  entriesCollection,
  type LedgerLine,
  tripsCollection,
} from './ledger-line';
import { readSeals } from './read-seals';

/**
 * The ledger as it was when its accounts were read: entries that are added meanwhile are left out, so that the export
 * of a running endpoint is of one piece. An entry whose account has no document is kept: it must not be hidden from who
 * verifies the file. An entry over several accounts is left out for all of them or for none; where that leaves a document
 * ahead of its entries, a line says so.
 *
 * Seals come first: whatever was sealed by then is in the entries that are read later. Leaves of a day whose seal is not
 * finished are left out.
 *
 * Trips are read only when nobody writes, for later ones would belong to entries that are left out; of a trip nothing
 * is told but what it was credited with.
 */
export async function* readLedger(source: DocumentSource): AsyncGenerator<LedgerLine> {
  yield* readSeals(source, 'ledger');
  const lastNumbers = new Map<string, number>();
  for await (const document of walk(source, accountsCollection)) {
    lastNumbers.set(document._id, Number(document.seq));
    yield { collection: accountsCollection, document };
  }
  const cut = new ExportCut(source, lastNumbers);
  if (source.isLive) {
    const ahead = await cut.settle();
    for (const _id of ahead) yield { collection: accountsAhead, document: { _id } };
  }
  for await (const document of walk(source, entriesCollection)) {
    if (!source.isLive || (await cut.isBefore(document))) yield { collection: entriesCollection, document };
  }
  if (!source.isLive) yield* readTrips(source);
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
