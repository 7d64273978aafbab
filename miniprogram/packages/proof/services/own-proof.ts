import { patiently } from '../../../services/patiently';
import {
  keepOwnMemory,
  type OwnMemory,
  ownMemory,
  rememberRoots,
  seenRoots,
  watchingSinceMs,
} from '../../../services/proof-memory';
import { call } from '../../../services/rpc';
import { fault, type OwnFault } from './checks/fault';
import { OwnChain } from './checks/own-chain';
import type { ReadEntry } from './checks/read-entry';
import { checkSeals, type PublicSeal, type Roots, rootsOf } from './checks/seen-roots';
import { proveDays } from './prove-days';
import { sealsBackTo } from './public-seals';

/** What is checked, in this order. */
export const stages = ['entries', 'balance', 'seals', 'days'] as const;
export type Stage = (typeof stages)[number];

/** How far a check has come. */
export interface ProofProgress {
  stage: Stage;
  done: number;
  inAll: number;
}

export interface ProofResult {
  fault: OwnFault | null;
  /** Where it was found; null when nothing was. */
  failedAt: Stage | null;
  /** Where somebody stopped it: what was checked up to there is sound; null when nobody did. */
  stoppedAt: Stage | null;
  entries: number;
  /** Days with entries of one's own that were proved one by one, now or before. */
  days: number;
  /** Days before them, for which the account's end that is sealed later stands. */
  earlierDays: number;
  /** Entries of sealed days. */
  sealedEntries: number;
  /** What can be spent, as the postings add up. */
  available: number;
  /** The last sealed day and its root; null while no day is sealed. */
  last: PublicSeal | null;
  /** Of how many days this phone had seen the root before, and since when it has watched at all. */
  seenBefore: number;
  watchedSinceMs: number | null;
  /** The entry that is wrong as it stands now, if there is one and it can be read. */
  accused: ReadEntry | null;
}

/** Tells how far it has come, and answers whether to go on. */
export type OnProgress = (progress: ProofProgress) => boolean;

const emptyResult = (): ProofResult => ({
  fault: null,
  failedAt: null,
  stoppedAt: null,
  entries: 0,
  days: 0,
  earlierDays: 0,
  sealedEntries: 0,
  available: 0,
  last: null,
  seenBefore: 0,
  watchedSinceMs: null,
  accused: null,
});

/** One check of one's own account against what everybody is shown and what this phone has seen before. */
class OwnProof {
  readonly result = emptyResult();
  private chain: OwnChain | null = null;
  private account = '';
  private roots: Roots = {};
  private provedDays: Record<string, string> = {};

  constructor(private readonly onProgress: OnProgress) {}

  async run(): Promise<ProofResult> {
    const steps: [Stage, () => Promise<OwnFault | null>][] = [
      ['entries', () => this.readEntries()],
      ['balance', () => this.compareBalance()],
      ['seals', () => this.compareSeals()],
      ['days', () => this.proveDays()],
    ];
    for (const [stage, step] of steps) {
      this.result.fault = await step();
      if (this.result.fault !== null) this.result.failedAt = stage;
      this.result.accused = this.chain?.entryOf(this.result.fault?.key ?? '') ?? null;
      if (this.result.fault !== null || this.result.stoppedAt !== null) break;
    }
    this.remember();
    return this.result;
  }

  /** @returns whether to go on */
  private tell(stage: Stage, done: number, inAll: number): boolean {
    const goesOn = this.onProgress({ stage, done, inAll });
    if (!goesOn) this.result.stoppedAt = stage;
    return goesOn;
  }

  private async readEntries(): Promise<OwnFault | null> {
    for (;;) {
      const afterSeq = this.result.entries;
      const page = await patiently(() => call('ledger.chain', { afterSeq }));
      this.account = page.account;
      if (page.end === null) return null;
      this.chain ??= new OwnChain(page.account, page.end);
      const found = this.chain.take(page.entries);
      this.result.entries = this.chain.links.length;
      if (found !== null) return found;
      if (!this.tell('entries', this.result.entries, this.chain.until.seq)) return null;
      if (this.chain.isAtEnd || page.entries.length === 0) return this.chain.finish();
    }
  }

  /** The balance of home against what the postings add up to; one that changes meanwhile is looked at once more. */
  private async compareBalance(): Promise<OwnFault | null> {
    if (this.chain === null) return null;
    const { atMs, balance } = await patiently(() => call('ledger.balance', {}));
    const own = this.chain.availableAt(atMs);
    this.result.available = own.carbon + own.bonus;
    const isSame = own.carbon === balance.carbon.available && own.bonus === balance.bonus.available;
    this.tell('balance', 1, 1);
    if (isSame) return null;
    const { entries } = await patiently(() =>
      call('ledger.chain', { afterSeq: this.result.entries, limit: 1 }),
    );
    return entries.length > 0 ? null : fault('WRONG_SHOWN');
  }

  private async compareSeals(): Promise<OwnFault | null> {
    const seen = seenRoots();
    const firstSeen = Object.keys(seen).sort()[0];
    const firstOwn = this.chain?.links[0]?.day;
    const from = [firstSeen, firstOwn].filter(day => day !== undefined).sort()[0] ?? '';
    const seals = await sealsBackTo(from);
    this.roots = rootsOf(seals);
    this.result.last = seals[0] ?? null;
    this.result.seenBefore = Object.keys(seen).filter(day => this.roots[day] === seen[day]).length;
    this.result.watchedSinceMs = watchingSinceMs();
    const found = checkSeals(seals, seen);
    if (found === null) rememberRoots(seals);
    this.tell('seals', 1, 1);
    return found;
  }

  private async proveDays(): Promise<OwnFault | null> {
    const { account, chain, roots } = this;
    if (chain === null) return null;
    const known = this.memory()?.days ?? {};
    const onDay = (done: number, inAll: number): boolean => this.tell('days', done, inAll);
    const { fault: found, proved, days, entries } = await proveDays({ account, chain, roots, known, onDay });
    this.provedDays = proved;
    this.result.days = Object.keys(proved).length;
    this.result.earlierDays = days - this.result.days;
    this.result.sealedEntries = entries;
    return found ?? this.comparePast(chain);
  }

  /** What is not sealed yet may not have changed either since this phone has seen it. */
  private comparePast(chain: OwnChain): OwnFault | null {
    const memory = this.memory();
    if (memory === null || memory.seq === 0) return null;
    const link = chain.linkAt(memory.seq);
    if (link?.hash === memory.head) return null;
    return fault('HISTORY_CHANGED', link ?? { seq: memory.seq });
  }

  private memory(): OwnMemory | null {
    const memory = ownMemory();
    return memory?.account === this.account ? memory : null;
  }

  /** What was sound is what later checks are compared with, however many fail in between. */
  private remember(): void {
    if (this.result.stoppedAt !== null) return;
    const isSound = this.result.fault === null;
    const last = this.chain?.links[this.result.entries - 1];
    const checked = { seq: last?.seq ?? 0, head: last?.hash ?? '', days: this.provedDays };
    const { seq, head, days } = isSound ? checked : (this.memory() ?? { seq: 0, head: '', days: {} });
    keepOwnMemory({
      account: this.account,
      checkedAtMs: Date.now(),
      isSound,
      sealedUpTo: this.result.last?.day ?? '',
      seq,
      head,
      days,
    });
  }
}

/**
 * Reads all of the rider's own entries and recomputes on this phone: numbers, hashes, balances, the seals of every day,
 * and whether anything is another than this phone has seen before. Days that were proved before and are as they were are
 * not asked for again. Throws `ServiceError`.
 */
export const proveOwnAccount = (onProgress: OnProgress): Promise<ProofResult> =>
  new OwnProof(onProgress).run();
