import type { Job } from '../../../../cloudfunctions/domain/jobs';
import * as ledger from '../../../../cloudfunctions/domain/ledger';
import { collections as parameterCollections } from '../../../../cloudfunctions/domain/parameters/collections';
import type { Platform } from '../../../../cloudfunctions/platform';
import { verifyLedger } from '../../../../local/ledger/verify-ledger';
import { beijing, parameters } from '../ledger/notation';
import { SealDatabase, SharedDocuments } from '../seals/seal-database';

export const DAY_MS = 86_400_000;
type Process = Platform & { database: SealDatabase };

/** Riders with credits, and a clock that can be set. */
export class TimeWorld {
  readonly documents = new SharedDocuments();
  readonly logged: string[] = [];
  nowMs = beijing('2026-11-10 08:00');
  private drawn = 0;

  constructor() {
    const [first] = parameterCollections[0]!.seed!;
    this.documents.of('parameters').set('1', JSON.stringify(first));
  }

  /** The same documents at the same time, changed apart from here on. */
  copy(): TimeWorld {
    const copy = new TimeWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  /** @param behindMs how far the clock of this process is behind */
  process(behindMs = 0): Process {
    const rest = {
      nowMs: () => this.nowMs - behindMs,
      keyedDigest: (...parts: string[]) => parts.join(' '),
      log: (event: string) => void this.logged.push(event),
      randomId: () => {
        this.drawn += 1;
        return String(this.drawn).padStart(26, '0');
      },
    };
    return { database: new SealDatabase(this.documents), ...rest } as unknown as Process;
  }

  bonus(account: string, amount: number, key = `bonus ${account}`): Promise<ledger.Entry> {
    return ledger.manualCredit(this.process(), account, amount, this.factsOf(key), parameters);
  }

  ride(account: string, amount: number, key = `ride ${account}`): Promise<ledger.Entry> {
    const ride = { kind: 'carbon' as const, origin: 'sz:2026-11', amount, source: 'mint:trip' };
    return ledger.credit(this.process(), account, ride, this.factsOf(key), parameters);
  }

  hold(account: string, amount: number, forMs: number, key = `hold ${account}`): Promise<ledger.Entry> {
    const request = { amount, deadlineMs: this.nowMs + forMs };
    return ledger.holdCredits(this.process(), account, request, this.factsOf(key));
  }

  balance(account: string): Promise<ledger.Balance> {
    return ledger.readBalance(this.process(), account);
  }

  /** A whole run of the job, all of its steps. */
  async run(
    job: Job,
    platform: Platform = this.process(),
    deadlineMs = Number.MAX_SAFE_INTEGER,
  ): Promise<number> {
    let cursor: string | null = null;
    let steps = 0;
    do {
      ({ cursor } = await job.step(platform, { windowStartMs: 0, cursor, deadlineMs }));
      steps += 1;
    } while (cursor !== null);
    return steps;
  }

  entries(reason: string): ledger.Entry[] {
    return this.documents
      .all<ledger.Entry>({ name: 'ledger_entries' })
      .filter(entry => entry.reason === reason);
  }

  /** The verifier's word on every chain, balance and sum. */
  async faults(): Promise<unknown[]> {
    const lines = ['ledger_accounts', 'ledger_entries'].flatMap(collection =>
      this.documents.all({ name: collection }).map(document => JSON.stringify({ collection, document })),
    );
    const { faults, equations } = await verifyLedger(lines);
    return [...faults, ...equations.filter(({ holds }) => !holds)];
  }

  factsOf(key: string) {
    return {
      key,
      requestHash: 'hash',
      reason: 'test',
      reference: { type: 'order' as const, id: key },
      commitment: null,
      parametersVersion: 1,
      nowMs: this.nowMs,
      answer: () => null,
    };
  }
}
