import { alarms } from '../../../../cloudfunctions/domain/alarms/store';
import type { Job } from '../../../../cloudfunctions/domain/jobs';
import * as ledger from '../../../../cloudfunctions/domain/ledger';
import { poolSealedIntake } from '../../../../cloudfunctions/domain/seals';
import { verifySealedDays, verifyWholeLedger } from '../../../../cloudfunctions/domain/verification';
import {
  checkpoints,
  findings,
  type KeptFinding,
  parts,
  type Totals,
  totals,
} from '../../../../cloudfunctions/domain/verification/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { beijing } from '../ledger/notation';
import { SealedWorld } from '../seals/sealed-world';

const parameters = { version: 1, expiryMonths: 24, reversalWindowDays: 7, lotLimit: 128 };
const DAY_MS = 86_400_000;
const ORIGIN = 'sz:2026-11';

type Stored = { _id: string; [field: string]: unknown };

/** A ledger in which all sorts of things happen, which is sealed each night and checked. */
export class CheckedWorld extends SealedWorld {
  override nowMs = beijing('2026-11-10 08:00');

  override copy(): CheckedWorld {
    const copy = new CheckedWorld();
    copy.nowMs = this.nowMs;
    copy.documents.restore(this.documents.snapshot());
    return copy;
  }

  /** A trip with its entry. */
  async ride(account: string, trip: string, grams: number): Promise<void> {
    const _id = `trip:${trip}`;
    const what = { kind: 'carbon' as const, origin: ORIGIN, amount: grams, source: 'mint:trip' };
    const facts = { ...this.facts(_id), reference: { type: 'trip' as const, id: _id } };
    this.write('trips', { _id, state: 'credited', creditedGrams: grams, entryKey: _id });
    await ledger.credit(this.process(), account, what, facts, parameters);
  }

  async takeBack(account: string, trip: string): Promise<void> {
    const _id = `trip:${trip}`;
    const original = (await ledger.readEntry(this.process(), _id))!;
    const { key: _, reference: __, commitment: ___, ...facts } = this.facts('-');
    this.write('trips', { ...this.read('trips', _id), state: 'reversed' });
    await this.process().database.transact(async transaction => {
      const open = await ledger.openAccount(transaction, account);
      await ledger.postReversal(transaction, open, original, facts);
      await ledger.closeAccount(transaction, open);
    });
  }

  /** Bonus, holds of all fates, a reward, gifts to a merchant, a pool and a certificate. */
  async trade(account: string): Promise<void> {
    const day = new Date(this.nowMs).toISOString().slice(0, 10);
    const facts = (name: string) => this.facts(`${name}:${account}:${day}`);
    const platform = this.process();
    const shared = { parametersVersion: 1, nowMs: this.nowMs, reason: 'test', answer: () => null };
    const hold = (name: string, amount: number) =>
      ledger.holdCredits(platform, account, { amount, deadlineMs: this.nowMs + DAY_MS }, facts(name));
    await ledger.manualCredit(platform, account, 20, facts('gift'), parameters);
    const campaign = { campaignId: day, amount: 10, shardCount: 2 };
    await ledger.fundCampaign(platform, campaign, this.facts(`fund:${day}`));
    const reward = { campaignId: day, accountId: account, amount: 4 };
    await ledger.payReward(platform, reward, facts('reward'), parameters);
    const bought = await hold('bought', 6);
    await ledger.postHold(platform, account, { key: bought._id, bonusTo: 'merchant:self' }, shared);
    const regretted = await hold('regretted', 6);
    await ledger.voidHold(platform, account, regretted._id, shared);
    await hold('open', 3);
    const carbon = { amount: 5, kinds: ['carbon' as const], bonusTo: 'merchant:self' };
    await ledger.spendCredits(platform, account, carbon, facts('given'));
  }

  async retire(amount: number): Promise<void> {
    await ledger.retire(this.process(), { origin: ORIGIN, amount }, this.facts(`retired:${this.nowMs}`));
  }

  /** Ten past midnight of the next day, sealed and pooled. */
  async night(): Promise<void> {
    this.nowMs += DAY_MS - ((this.nowMs + 8 * 3_600_000) % DAY_MS) + 10 * 60_000;
    await this.seal();
    await this.run(poolSealedIntake);
  }

  async run(job: Job, platform: Platform = this.process()): Promise<void> {
    for (let cursor: string | null = null; ; ) {
      ({ cursor } = await job.step(platform, { windowStartMs: 0, cursor, deadlineMs: Infinity }));
      if (cursor === null) return;
    }
  }

  verifyDays = (platform?: Platform): Promise<void> => this.run(verifySealedDays, platform);

  verifyWhole = (platform?: Platform): Promise<void> => this.run(verifyWholeLedger, platform);

  /** What is wrong at present. */
  found(): KeptFinding[] {
    return this.documents.all(findings).filter(({ isPresent }) => isPresent);
  }

  alarmed(): string[] {
    return this.documents.all(alarms).map(({ subject }) => subject);
  }

  totalsOf(day: string): Totals | undefined {
    return this.documents.all(totals).find(({ _id }) => _id === day);
  }

  /** Everything that the checks have written but what was found. */
  checked(): unknown {
    return [totals.name, checkpoints.name, parts.name].map(name => [...this.documents.of(name)].sort());
  }

  read(collection: string, id: string): Stored {
    return JSON.parse(this.documents.of(collection).get(id)!) as Stored;
  }

  write(collection: string, document: Stored): void {
    this.documents.of(collection).set(document._id, JSON.stringify(document));
  }

  private facts(key: string) {
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

/** Three days of two riders and everything around them, the last one not over yet. */
export async function threeDays(): Promise<CheckedWorld> {
  const world = new CheckedWorld();
  await world.ride('user:ann', 'one', 100);
  await world.ride('user:ann', 'two', 60);
  await world.ride('user:bob', 'three', 80);
  await world.trade('user:ann');
  await world.night();
  world.nowMs += 8 * 3_600_000;
  await world.ride('user:ann', 'four', 70);
  await world.takeBack('user:bob', 'three');
  await world.ride('user:bob', 'five', 90);
  await world.trade('user:bob');
  await world.night();
  world.nowMs += 8 * 3_600_000;
  await world.ride('user:ann', 'six', 10);
  return world;
}
