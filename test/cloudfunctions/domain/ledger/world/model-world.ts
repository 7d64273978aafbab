import type { Entry } from '../../../../../cloudfunctions/domain/ledger';
import { ModelAccount } from '../model';
import { Elsewhere } from '../model-outside';

export const CAMPAIGN = 'c';
export const SHARDS = ['campaign:c#00', 'campaign:c#01', 'campaign:c#02'];
export const numbers = { expiryMonths: 1, windowDays: 7, lotLimit: 9 };

interface Given {
  rider: string;
  kind: string;
  origin: string;
  amount: number;
  source: string;
}

/** The oracle of everything: riders, and where credits stand elsewhere. */
export class ModelWorld {
  readonly elsewhere = new Elsewhere();
  readonly riders = new Map<string, ModelAccount>();
  /** By the key of the entry that gave them. */
  readonly given = new Map<string, Given>();

  /** @param isAlone whether one request comes after the other */
  constructor(private readonly isAlone: boolean) {}

  rider(name: string): ModelAccount {
    const rider = this.riders.get(name) ?? new ModelAccount(numbers, this.elsewhere);
    this.riders.set(name, rider);
    return rider;
  }

  give(key: string, given: Given, atMs: number): string | null {
    const { rider, kind, origin, amount, source } = given;
    const refusal = this.rider(rider).credit(kind, origin, amount, atMs, source);
    if (refusal === null) this.given.set(key, given);
    return refusal;
  }

  takeBack(key: string, atMs: number): string | null {
    const given = this.given.get(key);
    if (!given) return 'NOT_FOUND';
    const { rider, kind, origin, amount, source } = given;
    return this.rider(rider).reverse(kind, origin, amount, atMs, source);
  }

  move(source: string, destination: string, kind: string, origin: string, amount: number): string | null {
    const isGuarded = /^(campaign|pool|merchant):/.test(source);
    if (isGuarded && this.elsewhere.at(source, kind, origin) < amount) return 'INSUFFICIENT_CREDITS';
    this.elsewhere.move(source, kind, origin, -amount);
    this.elsewhere.move(destination, kind, origin, amount);
    return null;
  }

  /**
   * Shards give all they have to `target`. One that was empty when the entry's transaction began may have got something
   * meanwhile: nobody wrote it then, and the entry comes before that.
   */
  empty(entry: Entry, target: string, shards: readonly string[]): string | null {
    const emptied = entry.postings.map(posting => posting.source);
    const left = shards.filter(shard => !emptied.includes(shard) && this.budgetOf(shard) > 0);
    if (this.isAlone && left.length > 0) return `${left} left`;
    for (const shard of emptied) this.move(shard, target, 'bonus', '-', this.budgetOf(shard));
    return null;
  }

  budgetOf(shard: string): number {
    return this.elsewhere.at(shard, 'bonus', '-');
  }

  budget(): number {
    return SHARDS.reduce((sum, shard) => sum + this.budgetOf(shard), 0);
  }
}
