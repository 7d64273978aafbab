import type { ChainHead } from '../../../miniprogram/proof';
import {
  ChainReplay,
  type ChainReplayState,
  type ExportedDocument,
  numberIn,
} from '../../../miniprogram/proof/replay';
import { type Platform, sha256OfText } from '../../platform';
import { type Entry, listChain, readEntries, readEntriesOf } from '../ledger';
import type { Finding } from './store';

/** An account that is replayed from where its last replay ended. */
export interface ReplayRequest {
  account: string;
  from: ChainReplayState | null;
  /** No further than this number. */
  upToSeq: number;
  /** Entries that stand in its chain and are not its own. */
  elsewhere: readonly string[];
}

export interface Replayed {
  chain: ChainReplay;
  finding: Finding | null;
  /** Of `elsewhere`, those that come after `upToSeq` or after a number that is missing. */
  pending: string[];
}

/** In one query some hundred accounts' entries of a day fit. */
const ACCOUNTS_A_CALL = 100;
const KEYS_A_CALL = 500;
const CHAIN_A_CALL = 500;

function inParts<T>(items: readonly T[], length: number): T[][] {
  const count = Math.ceil(items.length / length);
  return Array.from({ length: count }, (_, number) => items.slice(number * length, (number + 1) * length));
}

/** As who checks it sees it: nothing but the id is taken for granted. */
const asDocument = (entry: Entry): ExportedDocument => entry as unknown as ExportedDocument;

/** The entries in the chain of an account after a number, in order. */
function inOrder(account: string, entries: Iterable<Entry>, afterSeq: number, upToSeq: number): Entry[] {
  const numbered = [...entries].map(entry => ({ entry, seq: numberIn(account, asDocument(entry)) }));
  return numbered
    .filter(({ seq }) => seq > afterSeq && seq <= upToSeq)
    .sort((left, right) => left.seq - right.seq)
    .map(({ entry }) => entry);
}

const lastSeqOf = ({ from }: ReplayRequest): number => from?.seq ?? 0;

/** Whether they are all that the chain has between where it was and where it is to come to. */
const isWhole = (request: ReplayRequest, entries: readonly Entry[]): boolean =>
  entries.length === Math.max(0, request.upToSeq - lastSeqOf(request));

/** Older entries that a query by time left out. One database call for each 500. */
async function readChain(platform: Platform, { account, upToSeq, from }: ReplayRequest): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (;;) {
    const afterSeq = entries.at(-1)?.seq ?? from?.seq ?? 0;
    const page = await listChain(platform, account, { afterSeq, limit: CHAIN_A_CALL });
    entries.push(...page);
    if (page.length < CHAIN_A_CALL || entries.at(-1)!.seq >= upToSeq) return entries;
  }
}

/** Entries by account, those that are an account's own within the time and those that are elsewhere. */
async function readFor(
  platform: Platform,
  requests: readonly ReplayRequest[],
  time: { from: number; below: number },
): Promise<Map<string, Map<string, Entry>>> {
  const byAccount = new Map(requests.map(({ account }) => [account, new Map<string, Entry>()]));
  for (const some of inParts([...byAccount.keys()], ACCOUNTS_A_CALL)) {
    for (const entry of await readEntriesOf(platform, some, time))
      byAccount.get(entry.account)?.set(entry._id, entry);
  }
  const keys = requests.flatMap(({ elsewhere }) => elsewhere);
  for (const some of inParts(keys, KEYS_A_CALL)) {
    for (const entry of await readEntries(platform, some)) {
      for (const { account } of entry.chain) byAccount.get(account)?.set(entry._id, entry);
    }
  }
  return byAccount;
}

function replayOne(request: ReplayRequest, entries: readonly Entry[]): Replayed {
  const { account, from, elsewhere } = request;
  const chain = new ChainReplay(account, sha256OfText, from ?? undefined);
  const taken = new Set<string>();
  let finding: Finding | null = null;
  for (const entry of entries) {
    const fault = chain.take(asDocument(entry));
    if (fault) finding = { ...fault, account, day: entry.day };
    if (fault) break;
    taken.add(entry._id);
  }
  return { chain, finding, pending: elsewhere.filter(key => !taken.has(key)) };
}

/**
 * Replays accounts from where they were, by their entries of a time; what else there is up to their number is looked for
 * by itself. One database call for each hundred accounts and each 500 entries elsewhere, more where older ones are missing.
 */
export async function replayAccounts(
  platform: Platform,
  requests: readonly ReplayRequest[],
  time: { from: number; below: number },
): Promise<Map<string, Replayed>> {
  const due = requests.filter(request => request.upToSeq > lastSeqOf(request));
  const read = await readFor(platform, due, time);
  const replayed = new Map<string, Replayed>();
  for (const request of requests) {
    const { account, upToSeq } = request;
    const known = read.get(account) ?? new Map<string, Entry>();
    let entries = inOrder(account, known.values(), lastSeqOf(request), upToSeq);
    if (!isWhole(request, entries)) {
      for (const entry of await readChain(platform, request)) known.set(entry._id, entry);
      entries = inOrder(account, known.values(), lastSeqOf(request), upToSeq);
    }
    replayed.set(account, replayOne(request, entries));
  }
  return replayed;
}

/** What is wrong with where a replay has come to, compared with a head that was written down elsewhere. */
export function headProblem({ chain }: Replayed, head: ChainHead): string | null {
  if (chain.head.seq < head.seq) return `number ${chain.head.seq + 1} is missing in its chain`;
  // A late entry's seal has an earlier head than the seal before it.
  if (chain.head.seq > head.seq || chain.head.head === head.head) return null;
  return 'its history was made anew: its chain has another hash here';
}
