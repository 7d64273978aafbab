import { linkHash } from '../../../miniprogram/proof';
import { type Platform, sha256OfText } from '../../platform';
import { type Entry, readEntries } from '../ledger';
import type { Leaf } from '../seals';
import type { Finding } from './store';

export type EntryLeaf = Extract<Leaf, { entry: string }>;

export const isEntryLeaf = (leaf: Leaf): leaf is EntryLeaf => 'entry' in leaf;

export interface SealedEntries {
  /** Those that are there, in the order of their leaves. */
  entries: Entry[];
  findings: Finding[];
}

/** Whether each of its links is the hash of the entry as it is now. */
function isAsHashed(entry: Entry): boolean {
  try {
    return entry.chain.every(link => linkHash({ ...link, entry }, sha256OfText) === link.hash);
  } catch {
    return false;
  }
}

function problemOf(
  entry: Entry,
  leaf: EntryLeaf,
  sealedOn: string,
): Pick<Finding, 'code' | 'problem'> | null {
  if (entry.chain[0]?.hash !== leaf.hash)
    return {
      code: 'NOT_AS_SEALED',
      problem: `it is not what was sealed on ${sealedOn}: its hash is another one`,
    };
  if (entry.day === (leaf.late ?? sealedOn)) return null;
  return {
    code: 'NOT_AS_SEALED',
    problem: `it is of ${entry.day} and was sealed as one of ${leaf.late ?? sealedOn}`,
  };
}

const changed = { code: 'CHANGED' as const, problem: 'it was changed: its hash is another one' };

/**
 * Compares sealed entries with their leaves, at most 1,000, and with their own hashes unless somebody does that who
 * replays their accounts. One database call.
 */
export async function checkSealedEntries(
  platform: Platform,
  sealedOn: string,
  leaves: readonly Leaf[],
  isReplayed = false,
): Promise<SealedEntries> {
  const wanted = leaves.filter(isEntryLeaf);
  const found = await readEntries(
    platform,
    wanted.map(leaf => leaf.entry),
  );
  const byKey = new Map(found.map(entry => [entry._id, entry]));
  const checked: SealedEntries = { entries: [], findings: [] };
  for (const leaf of wanted) {
    const entry = byKey.get(leaf.entry);
    if (!entry) {
      const problem = `it was sealed on ${sealedOn} and is missing`;
      const where = { account: null, key: leaf.entry, seq: null, day: leaf.late ?? sealedOn };
      checked.findings.push({ code: 'SEALED_AND_GONE', ...where, problem });
      continue;
    }
    checked.entries.push(entry);
    const wrong = isReplayed || isAsHashed(entry) ? problemOf(entry, leaf, sealedOn) : changed;
    const { account, _id: key, seq, day } = entry;
    if (wrong) checked.findings.push({ ...wrong, account, key, seq, day });
  }
  return checked;
}
