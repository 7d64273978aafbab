import type { StaffOutput } from '../../../../cloudfunctions/contract/staff/procedures';
import { type ChainFault, type ChainHead, type ChainVerdict, GENESIS, verifyChain } from '../../../proof';
import { patiently } from '../../../services/patiently';
import { callStaff } from './staff-rpc';

export type AuditChainHead = StaffOutput<'audit.chains'>['chains'][number];
type Entry = StaffOutput<'audit.chain'>['entries'][number];

/**
 * `CUT_OFF`: the chain ends before the number that its head says; `HEAD_DIFFERS`: its end is another than the head's;
 * `HEAD_BEHIND`: there are entries beyond what the head says.
 */
export type AuditFault = ChainFault | 'CUT_OFF' | 'HEAD_DIFFERS' | 'HEAD_BEHIND';

/** How far the check has come. */
export interface ChecksSoFar {
  chains: number;
  chainsInAll: number;
  entries: number;
  entriesInAll: number;
}

export interface ChecksResult extends ChecksSoFar {
  /** The first broken link; null when every chain is whole. `entry` is the one found there, if any was. */
  broken: { account: string; at: number; reason: AuditFault; entry: Entry | null } | null;
  /** Somebody stopped it: what was checked up to there is whole. */
  isStopped: boolean;
}

/** Tells how far it has come, and answers whether to go on. */
export type OnProgress = (soFar: ChecksSoFar) => boolean;

async function readHeads(): Promise<AuditChainHead[]> {
  const heads: AuditChainHead[] = [];
  let cursor: string | null = null;
  do {
    const page: StaffOutput<'audit.chains'> = await patiently(() => callStaff('audit.chains', { cursor }));
    heads.push(...page.chains);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return heads;
}

type Broken = NonNullable<ChecksResult['broken']>;

function brokenAt(account: string, verdict: ChainVerdict & { ok: false }, entries: readonly Entry[]): Broken {
  const entry = entries.find(({ seq }) => seq === verdict.at) ?? null;
  return { account, at: verdict.at, reason: verdict.reason, entry };
}

function comparedWithHead({ account, seq, head }: AuditChainHead, end: ChainHead): Broken | null {
  if (end.seq < seq) return { account, at: end.seq + 1, reason: 'CUT_OFF', entry: null };
  return end.head === head ? null : { account, at: seq, reason: 'HEAD_DIFFERS', entry: null };
}

/**
 * An entry and its head are written at once. So entries beyond the head are new ones, of which the head by now knows, or
 * somebody has turned the head back.
 */
async function turnedBack(account: string, beyond: readonly Entry[]): Promise<Broken | null> {
  const [first] = beyond;
  if (!first) return null;
  const now = (await readHeads()).find(head => head.account === account);
  const isKnown = now !== undefined && now.seq >= first.seq;
  return isKnown ? null : { account, at: first.seq, reason: 'HEAD_BEHIND', entry: first };
}

/** One chain from its beginning to its head; what was added after the head was read is another time's. */
async function checkChain(
  head: AuditChainHead,
  told: (entries: number) => boolean,
): Promise<Broken | 'stopped' | null> {
  const { account } = head;
  let end: ChainHead = GENESIS;
  for (;;) {
    const afterSeq = end.seq;
    const page = await patiently(() => callStaff('audit.chain', { account, afterSeq }));
    const entries = page.entries.filter(({ seq }) => seq <= head.seq);
    const verdict = verifyChain(account, entries, end);
    if (!verdict.ok) return brokenAt(account, verdict, entries);
    end = verdict;
    if (!told(entries.length)) return 'stopped';
    const beyond = page.entries.slice(entries.length);
    if (page.more && entries.length > 0 && beyond.length === 0) continue;
    return comparedWithHead(head, end) ?? turnedBack(account, beyond);
  }
}

/**
 * Reads the whole audit log and recomputes every hash on this phone: numbers without a hole, each entry bound to the one
 * before, none changed, and every chain as long as its head says. Stops at the first broken link. Throws `ServiceError`.
 */
export async function checkAudit(onProgress: OnProgress): Promise<ChecksResult> {
  const heads = await readHeads();
  const entriesInAll = heads.reduce((sum, { seq }) => sum + seq, 0);
  const soFar: ChecksSoFar = { chains: 0, chainsInAll: heads.length, entries: 0, entriesInAll };
  const told = (entries: number): boolean => {
    soFar.entries += entries;
    return onProgress({ ...soFar });
  };
  for (const head of heads) {
    const found = await checkChain(head, told);
    if (found === 'stopped') return { ...soFar, broken: null, isStopped: true };
    if (found !== null) return { ...soFar, broken: found, isStopped: false };
    soFar.chains += 1;
    onProgress({ ...soFar });
  }
  return { ...soFar, broken: null, isStopped: false };
}
