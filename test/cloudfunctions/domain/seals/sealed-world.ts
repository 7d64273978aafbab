import * as ledger from '../../../../cloudfunctions/domain/ledger';
import { collections as parameterCollections } from '../../../../cloudfunctions/domain/parameters/collections';
import { ledgerLog } from '../../../../cloudfunctions/domain/seals/ledger-log';
import { sealNextDay } from '../../../../cloudfunctions/domain/seals/seal-day';
import type { SealedLog } from '../../../../cloudfunctions/domain/seals/sealed-log';
import { type Seal, sealChunks, seals } from '../../../../cloudfunctions/domain/seals/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { beijing } from '../ledger/notation';
import { SealDatabase, SharedDocuments } from './seal-database';

const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 };

/** Entries as a seal sees them; the chain is enough, for sealing does not judge it. */
export interface PlainEntry {
  day: string;
  key: string;
  account: string;
  seq: number;
  postings?: ledger.Posting[];
}

/** A ledger whose days are sealed. */
export class SealedWorld {
  readonly documents = new SharedDocuments();
  nowMs = beijing('2026-11-21 00:10');

  constructor() {
    const [first] = parameterCollections[0]!.seed!;
    this.documents.of('parameters').set('1', JSON.stringify(first));
  }

  copy(): SealedWorld {
    const copy = new SealedWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  process(): Platform & { database: SealDatabase } {
    const database = new SealDatabase(this.documents);
    const rest = {
      nowMs: () => this.nowMs,
      keyedDigest: (...parts: string[]) => parts.join(' '),
      log: () => undefined,
    };
    return { database, ...rest } as unknown as Platform & { database: SealDatabase };
  }

  /** Written past the ledger's rules: many are needed, and at any day. */
  put({ day, key, account, seq, postings = [] }: PlainEntry): void {
    const link = { account, seq, previousHash: '0'.repeat(64), hash: hashOf(key) };
    const document = { _id: key, day, account, seq, postings, chain: [link] };
    this.documents.of('ledger_entries').set(key, JSON.stringify(document));
  }

  /** By the product's own code. */
  earn(account: string, key: string, amount: number): Promise<ledger.Entry> {
    const ride = { kind: 'carbon' as const, origin: 'sz:2026-11', amount, source: 'mint:trip' };
    return ledger.credit(this.process(), account, ride, this.factsOf(key), parameters);
  }

  /** All of it leaves as carbon, for the intake. */
  give(account: string, key: string, amount: number): Promise<ledger.Entry> {
    const request = { amount, kinds: ['carbon' as const], bonusTo: 'merchant:m' };
    return ledger.spendCredits(this.process(), account, request, this.factsOf(key));
  }

  /** Seals all days that are due. */
  async seal(platform: Platform = this.process(), log: SealedLog = ledgerLog): Promise<void> {
    while (await sealNextDay(platform, log, Number.MAX_SAFE_INTEGER));
  }

  sealOf(day: string): Seal {
    return this.documents.all(seals).find(seal => seal._id === `ledger:${day}`)!;
  }

  /** All leaves of a day, in order. */
  leavesOf(day: string): string[] {
    const chunks = this.documents.all(sealChunks).filter(({ _id }) => _id.startsWith(`ledger:${day}:`));
    return chunks.sort((left, right) => left.number - right.number).flatMap(({ leaves }) => leaves);
  }

  private factsOf(key: string) {
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

/** Some hash that nobody can mistake for another key's. */
export const hashOf = (key: string): string => Buffer.from(key.padEnd(32, '.')).toString('hex').slice(-64);

/** So many entries of a day, of every third account one. */
export function fill(world: SealedWorld, day: string, count: number, prefix = 'e'): void {
  for (let number = 0; number < count; number += 1) {
    const key = `${prefix}-${day}-${String(number).padStart(5, '0')}`;
    world.put({ day, key, account: `user:${number % Math.ceil(count / 3)}`, seq: 1 + number });
  }
}
