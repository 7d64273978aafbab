import { type Change, unforged } from './forge';
import { readHistory } from './history';
import type { OperatorDatabase, StoredDocument } from './operator-database';
import type { TamperFile, Tampering } from './tamper-file';

/** Two entries of an account never have one number: those that swap theirs are taken out before they are put back. */
async function write(
  database: OperatorDatabase,
  { way, changes }: Tampering,
  documentOf: (change: Change) => StoredDocument | null,
): Promise<void> {
  for (const change of changes)
    if (documentOf(change) === null || way === 'swapped') await database.remove(change.collection, change.id);
  for (const change of changes) {
    const document = documentOf(change);
    if (document !== null) await database.put(change.collection, document);
  }
}

/** What was there is kept before anything is touched. */
export async function tamper(
  database: OperatorDatabase,
  file: TamperFile,
  tampering: Tampering,
): Promise<void> {
  file.keep(tampering);
  await write(database, tampering, ({ after }) => after);
}

/**
 * Puts back what was there. May be repeated when it was broken off.
 * @returns whether entries that came meanwhile were sealed as the forger's, and so will never agree with their seal
 */
export async function undo(
  database: OperatorDatabase,
  file: TamperFile,
  tampering: Tampering,
): Promise<boolean> {
  const history = tampering.way === 'rechained' ? await readHistory(database, tampering.account) : null;
  const since = (history?.entries ?? []).filter(({ seq }) => seq > tampering.lastSeq);
  if (history !== null && since.length > 0)
    file.keep({ ...tampering, changes: unforged(history, tampering), lastSeq: history.account.seq });
  await write(database, file.state ?? tampering, ({ before }) => before);
  file.forget();
  return since.some(({ day }) => day <= (history?.sealedUpTo ?? ''));
}
