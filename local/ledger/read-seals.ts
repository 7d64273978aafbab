import { type DocumentSource, walk } from './document-source';
import type { LedgerLine } from './ledger-line';
import { type LogKind, leavesCollection, sealsCollection } from './verify-seals';

/** The seals of a log, and their leaves; those of a day whose seal is not finished are left out. */
export async function* readSeals(source: DocumentSource, kind: LogKind): AsyncGenerator<LedgerLine> {
  const sealed = new Set<string>();
  for await (const document of walk(source, sealsCollection)) {
    if (document.kind !== kind) continue;
    sealed.add(document._id);
    yield { collection: sealsCollection, document };
  }
  if (sealed.size === 0) return;
  for await (const document of walk(source, leavesCollection, ['number', 'leaves', 'root'])) {
    const seal = document._id.slice(0, document._id.lastIndexOf(':'));
    if (sealed.has(seal)) yield { collection: leavesCollection, document };
  }
}
