import { beijingDay, type ExportedEntry, type ExportedPosting, type Kind, kinds } from './exported-entry';

/** Amounts by a name made of its parts; those of zero are left out. */
export class Sums {
  private readonly amounts = new Map<string, number>();

  add(parts: readonly string[], amount: number): number {
    const name = parts.join(' ');
    const sum = (this.amounts.get(name) ?? 0) + amount;
    if (sum === 0) this.amounts.delete(name);
    else this.amounts.set(name, sum);
    return sum;
  }

  *[Symbol.iterator](): Generator<{ name: string; parts: string[]; amount: number }> {
    for (const [name, amount] of this.amounts) yield { name, parts: name.split(' '), amount };
  }

  /** Sums whose names begin with these parts. */
  total(...first: string[]): number {
    let total = 0;
    for (const { parts, amount } of this)
      if (first.every((part, index) => parts[index] === part)) total += amount;
    return total;
  }

  get(...parts: string[]): number {
    return this.amounts.get(parts.join(' ')) ?? 0;
  }

  /** The first name whose amount differs from the other's, null when they are equal. */
  differenceFrom(other: Sums): string | null {
    for (const name of [...this.amounts.keys(), ...other.amounts.keys()]) {
      if (this.amounts.get(name) !== other.amounts.get(name)) return name;
    }
    return null;
  }
}

/** An account from nothing but its entries' postings. */
export class AccountReplay {
  /** By kind, origin and expiry. */
  readonly lots = new Sums();
  /** By kind and origin: what the account owes. */
  readonly debts = new Sums();
  /** Net carbon by vintage month of its origin. */
  readonly vintages = new Sums();
  firstCarbonKey: string | null = null;
  private readonly debtAccount: string;

  constructor(private readonly account: string) {
    this.debtAccount = account.replace(/^user:/, 'debt:');
  }

  /** @returns what the entry may not do; null when it may */
  apply(entry: ExportedEntry): string | null {
    for (const posting of entry.postings) {
      const foreign = [posting.source, posting.destination].find(name => this.isForeign(name));
      if (foreign !== undefined) return `it touches another user’s ${foreign}`;
      const problem = this.move(posting);
      if (problem !== null) return problem;
      if (posting.destination === this.account && posting.kind === 'carbon')
        this.firstCarbonKey ??= entry._id;
    }
    return null;
  }

  /** As `balanceAfter` says it. Nothing is held yet: holds come with a later version of the format. */
  balanceAt(atMs: number): Record<Kind, unknown> {
    const month = beijingDay(atMs).slice(0, 7);
    const balances = kinds.map(kind => {
      const availableByExpiry: Record<string, number> = {};
      for (const { parts, amount } of this.lots) {
        const expiresOn = parts[2]!;
        if (parts[0] !== kind || expiresOn < month) continue;
        availableByExpiry[expiresOn] = (availableByExpiry[expiresOn] ?? 0) + amount;
      }
      const available = Object.values(availableByExpiry).reduce((sum, amount) => sum + amount, 0);
      return [kind, { available, held: 0, debt: this.debts.total(kind), availableByExpiry }];
    });
    return Object.fromEntries(balances);
  }

  private isForeign(name: string): boolean {
    return /^(user|debt):/.test(name) && name !== this.account && name !== this.debtAccount;
  }

  private move({ source, destination, kind, lots }: ExportedPosting): string | null {
    for (const { origin, expiresOn, amount } of lots) {
      if (source === this.account && this.lots.add([kind, origin, expiresOn], -amount) < 0)
        return `it takes more ${kind} ${origin} @${expiresOn} than there is`;
      if (destination === this.account) this.lots.add([kind, origin, expiresOn], amount);
      if (source === this.debtAccount) this.debts.add([kind, origin], amount);
      if (destination === this.debtAccount && this.debts.add([kind, origin], -amount) < 0)
        return `it repays more ${kind} ${origin} than is owed`;
      if (kind === 'carbon') this.countVintage(source, destination, origin, amount);
    }
    return null;
  }

  private countVintage(source: string, destination: string, origin: string, amount: number): void {
    const month = origin.slice(origin.lastIndexOf(':') + 1);
    if (source.startsWith('mint:')) this.vintages.add([month], amount);
    if (destination.startsWith('mint:')) this.vintages.add([month], -amount);
  }
}
