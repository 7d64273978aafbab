import { canonicalJson } from './canonical-json';

type CreditKind = 'carbon' | 'bonus';

interface PostedLot {
  readonly origin: string;
  readonly expiresOn: string;
  readonly amount: number;
}

interface KindLot extends PostedLot {
  readonly kind: CreditKind;
}

/** What a user's document says of its credits. */
export interface ReplayedDocument {
  readonly lots: readonly KindLot[];
  readonly holds: readonly { readonly lots: readonly KindLot[] }[];
  readonly debts: readonly Omit<KindLot, 'expiresOn'>[];
}

/** What a replay needs to know of an entry of the user's account. */
export interface ReplayedEntry {
  readonly postings: readonly {
    readonly source: string;
    readonly destination: string;
    readonly kind: CreditKind;
    readonly lots: readonly PostedLot[];
  }[];
  readonly balanceAfter: unknown;
  readonly atMs: number;
}

/**
 * UNREADABLE: no postings, or an amount that is no positive integer; OVERDRAWN: it takes more than there is;
 * WRONG_BALANCE: what it says the balance is afterwards is not what the postings add up to.
 */
export type ReplayFault = 'UNREADABLE' | 'OVERDRAWN' | 'WRONG_BALANCE';

interface KindBalance {
  available: number;
  held: number;
  debt: number;
  availableByExpiry: Record<string, number>;
}

const kinds: readonly CreditKind[] = ['carbon', 'bonus'];
const BEIJING_OFFSET_MS = 8 * 3_600_000;

const beijingMonth = (atMs: number): string =>
  new Date(atMs + BEIJING_OFFSET_MS).toISOString().slice(0, 'YYYY-MM'.length);

/** Amounts by kind, origin and expiry; those of zero are left out. */
class Lots {
  private readonly amounts = new Map<string, number>();

  /** @returns the sum afterwards */
  add(name: string, amount: number): number {
    const sum = (this.amounts.get(name) ?? 0) + amount;
    if (sum === 0) this.amounts.delete(name);
    else this.amounts.set(name, sum);
    return sum;
  }

  of(kind: CreditKind): { expiresOn: string; amount: number }[] {
    const named = [...this.amounts].map(([name, amount]) => ({ parts: name.split(' '), amount }));
    return named
      .filter(({ parts }) => parts[0] === kind)
      .map(({ parts, amount }) => ({ expiresOn: parts[2]!, amount }));
  }

  /** The names in their order, for comparing. */
  text(): string {
    return JSON.stringify([...this.amounts].sort());
  }
}

function isSame(lots: Lots, said: readonly KindLot[]): boolean {
  const found = new Lots();
  for (const { kind, origin, expiresOn, amount } of said) found.add(`${kind} ${origin} ${expiresOn}`, amount);
  return found.text() === lots.text();
}

const sum = (lots: readonly { amount: number }[]): number =>
  lots.reduce((total, { amount }) => total + amount, 0);

/** A user's account from nothing but the postings of its entries, in their order. */
export class CreditReplay {
  private readonly free = new Lots();
  private readonly held = new Lots();
  private readonly debts = new Lots();
  private readonly heldAccount: string;
  private readonly debtAccount: string;

  /** @param account `user:<uid>` */
  constructor(private readonly account: string) {
    this.heldAccount = account.replace(/^user:/, 'held:');
    this.debtAccount = account.replace(/^user:/, 'debt:');
  }

  /** Takes the next entry in. Never throws: entries come from whoever is to be checked. */
  apply(entry: ReplayedEntry): ReplayFault | null {
    try {
      const fault = this.move(entry);
      if (fault !== null) return fault;
      const expected = canonicalJson(this.balanceAt(entry.atMs));
      return canonicalJson(entry.balanceAfter) === expected ? null : 'WRONG_BALANCE';
    } catch {
      return 'UNREADABLE';
    }
  }

  /** As an entry's `balanceAfter` says it: lots that have expired by then are left out. */
  balanceAt(atMs: number): Record<CreditKind, KindBalance> {
    const month = beijingMonth(atMs);
    const balances = kinds.map(kind => {
      const availableByExpiry: Record<string, number> = {};
      for (const { expiresOn, amount } of this.free.of(kind)) {
        if (expiresOn >= month) availableByExpiry[expiresOn] = (availableByExpiry[expiresOn] ?? 0) + amount;
      }
      const available = Object.values(availableByExpiry).reduce((total, amount) => total + amount, 0);
      const [held, debt] = [sum(this.held.of(kind)), sum(this.debts.of(kind))];
      return [kind, { available, held, debt, availableByExpiry }];
    });
    return Object.fromEntries(balances) as Record<CreditKind, KindBalance>;
  }

  /** Whether an account's document says the same; how its lots are split does not matter. */
  isDocument({ lots, holds, debts }: ReplayedDocument): boolean {
    const held = holds.flatMap(hold => hold.lots);
    const owed = debts.map(debt => ({ ...debt, expiresOn: '-' }));
    return isSame(this.free, lots) && isSame(this.held, held) && isSame(this.debts, owed);
  }

  private move({ postings }: ReplayedEntry): ReplayFault | null {
    if (postings.length === 0) return 'UNREADABLE';
    for (const { source, destination, kind, lots } of postings) {
      for (const { origin, expiresOn, amount } of lots) {
        if (!Number.isSafeInteger(amount) || amount <= 0) return 'UNREADABLE';
        const name = `${kind} ${origin} ${expiresOn}`;
        if (this.change(source, name, `${kind} ${origin} -`, -amount) < 0) return 'OVERDRAWN';
        if (this.change(destination, name, `${kind} ${origin} -`, amount) < 0) return 'OVERDRAWN';
      }
    }
    return null;
  }

  /** A debt grows by what comes out of its account. @returns what is there afterwards; 0 for others' accounts */
  private change(account: string, lot: string, debt: string, amount: number): number {
    if (account === this.account) return this.free.add(lot, amount);
    if (account === this.heldAccount) return this.held.add(lot, amount);
    return account === this.debtAccount ? this.debts.add(debt, -amount) : 0;
  }
}
