import { type Change, unforged } from './forge';
import { ENTRIES, readHistory, type StoredEntry } from './history';
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
 * @returns the first day whose seal was made over forged entries, which will never agree with it; null for none
 */
export async function undo(
  database: OperatorDatabase,
  file: TamperFile,
  tampering: Tampering,
): Promise<string | null> {
  const history = await readHistory(database, tampering.account);
  const isContinued = history !== null && history.account.seq > tampering.lastSeq;
  // Only a forger who made all hashes anew has later entries hang on his own.
  const known: Tampering =
    isContinued && tampering.way === 'rechained'
      ? { ...tampering, changes: unforged(history, tampering), lastSeq: history.account.seq }
      : tampering;
  if (known !== tampering) file.keep(known);
  await write(database, known, ({ before }) => before);
  file.forget();
  return sealedOver(known, history?.sealedUpTo ?? '');
}

/** The first day of forged entries that was sealed since the forger came, up to `sealedUpTo`; null for none. */
export function sealedOver(
  { changes, sealedUpTo: sealedBefore }: Pick<Tampering, 'changes' | 'sealedUpTo'>,
  sealedUpTo: string,
): string | null {
  const days = changes
    .filter(({ collection }) => collection === ENTRIES)
    .map(({ after, before }) => (after ?? before) as StoredEntry)
    .map(({ day }) => day)
    .filter(day => day > sealedBefore && day <= sealedUpTo);
  return days.sort()[0] ?? null;
}
