import { canonicalJson, canonicalWithout } from './canonical-json';
import { sha256Hex } from './sha256';

/** The place of an entry in the chain of one guarded account. `hash` covers the entry, `seq` and `previousHash`. */
export interface ChainLink {
  readonly account: string;
  /** The number of the entry at this account: 1, 2, 3 … without a hole. */
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** What a chain needs to know of a ledger entry; every other field is covered by the hash as it stands. */
export interface ChainedEntry {
  readonly chain: readonly ChainLink[];
}

/** The end of a chain so far: the number and hash of the account's last entry. */
export interface ChainHead {
  readonly seq: number;
  readonly head: string;
}

/**
 * MISSING_LINK: not exactly one readable link of this account; GAP: not the next number; BROKEN_LINK: does not
 * name its predecessor's hash; CHANGED: the entry is not the one that was hashed.
 */
export type ChainFault = 'MISSING_LINK' | 'GAP' | 'BROKEN_LINK' | 'CHANGED';

/** `at` is the number that the first faulty entry ought to have. */
export type ChainVerdict =
  | { readonly ok: true; readonly head: string; readonly seq: number }
  | { readonly ok: false; readonly at: number; readonly reason: ChainFault };

/**
 * SHA-256 of a text as hexadecimal digits. The one of this room is the default; who verifies a million entries on a
 * machine that has a native one may hand that in: the digests are the same.
 */
export type HashText = (text: string) => string;

/** The predecessor's hash of an account's first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** Of an entry within what is hashed. */
const ENTRY_LEVEL = 1;

/** The end of a chain without entries. */
export const GENESIS: ChainHead = { seq: 0, head: GENESIS_HASH };

/**
 * The hash that binds an entry to its account, its number there and its predecessor. The entry's own `chain` is
 * left out, since it holds the result. Throws `CanonicalJsonError` for an entry that JSON cannot say.
 */
export function linkHash(
  link: {
    readonly account: string;
    readonly seq: number;
    readonly previousHash: string;
    readonly entry: object;
  },
  hashText: HashText = sha256Hex,
): string {
  return hashText(quickText(link) ?? copiedText(link));
}

type Link = Parameters<typeof linkHash>[0];

function copiedText({ account, seq, previousHash, entry }: Link): string {
  const { chain: _, ...covered } = entry as Partial<ChainedEntry>;
  return canonicalJson({ account, entry: covered, previousHash, seq });
}

/** The same text without a copy of the entry, which would take longer than the writing; null for what JSON cannot say. */
function quickText({ account, seq, previousHash, entry }: Link): string | null {
  try {
    const covered = canonicalWithout(entry, 'chain', ENTRY_LEVEL);
    const [own, before, number] = [account, previousHash, seq].map(canonicalJson);
    return `{"account":${own},"entry":${covered},"previousHash":${before},"seq":${number}}`;
  } catch {
    return null;
  }
}

/**
 * Checks entries of one account that follow each other in the order of their numbers, the first one right after
 * `after`, and stops at the first fault. Never throws for bad entries: whatever cannot be read is a fault.
 */
export function verifyChain(
  account: string,
  entries: Iterable<ChainedEntry>,
  after: ChainHead = GENESIS,
  hashText: HashText = sha256Hex,
): ChainVerdict {
  let end = after;
  for (const entry of entries) {
    const verdict = verifyLink(account, entry, end, hashText);
    if (!verdict.ok) return verdict;
    end = verdict;
  }
  return { ok: true, head: end.head, seq: end.seq };
}

/** One step of `verifyChain`, for who reads entries one by one. */
export function verifyLink(
  account: string,
  entry: ChainedEntry,
  after: ChainHead,
  hashText: HashText = sha256Hex,
): ChainVerdict {
  const at = after.seq + 1;
  const link = onlyLinkOf(account, entry);
  if (link === undefined) return { ok: false, at, reason: 'MISSING_LINK' };
  if (link.seq !== at) return { ok: false, at, reason: 'GAP' };
  if (link.previousHash !== after.head) return { ok: false, at, reason: 'BROKEN_LINK' };
  if (link.hash !== recomputed(link, entry, hashText)) return { ok: false, at, reason: 'CHANGED' };
  return { ok: true, head: link.hash, seq: at };
}

/** Entries come from files that anybody may have edited, so their shape is not taken for granted. */
function onlyLinkOf(account: string, entry: ChainedEntry | null | undefined): ChainLink | undefined {
  const chain: unknown = entry?.chain;
  if (!Array.isArray(chain)) return undefined;
  const own = (chain as (ChainLink | null)[]).filter(link => link?.account === account);
  return own.length === 1 ? own[0]! : undefined;
}

function recomputed(link: ChainLink, entry: ChainedEntry, hashText: HashText): string | undefined {
  const { account, seq, previousHash } = link;
  try {
    return linkHash({ account, seq, previousHash, entry }, hashText);
  } catch {
    return undefined;
  }
}
