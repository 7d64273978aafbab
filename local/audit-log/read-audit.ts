import { type DocumentSource, walk } from '../ledger/document-source';
import type { ExportedDocument, LedgerLine } from '../ledger/ledger-line';
import { readSeals } from '../ledger/read-seals';

export const chainsCollection = 'audit_chains';
export const auditCollection = 'audit_entries';

/**
 * The audit log as it was when its chains' ends were read: entries that are added to a running endpoint meanwhile are
 * left out, so that the export is of one piece chain by chain. Seals come first: whatever was sealed by then is in the
 * entries that are read later.
 */
export async function* readAudit(source: DocumentSource): AsyncGenerator<LedgerLine> {
  yield* readSeals(source, 'audit');
  const ends = new Map<string, number>();
  for await (const document of walk(source, chainsCollection)) {
    ends.set(document._id, Number(document.seq));
    yield { collection: chainsCollection, document };
  }
  for await (const document of walk(source, auditCollection)) {
    const end = ends.get(String(document.account));
    const isNew = end === undefined ? await beganMeanwhile(source, document) : Number(document.seq) > end;
    if (source.isLive && isNew) continue;
    yield { collection: auditCollection, document };
  }
}

/** A chain that appeared after the ends had been read; one without an end must not be hidden from who verifies. */
const beganMeanwhile = async (source: DocumentSource, entry: ExportedDocument): Promise<boolean> =>
  source.isLive && (await source.get(chainsCollection, String(entry.account))) !== null;
