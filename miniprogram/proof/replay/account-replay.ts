import {
  beijingDay,
  type ExportedEntry,
  type ExportedLot,
  type ExportedPosting,
  type Kind,
} from './exported-entry';
import { HeldReplay, type HeldState } from './held-replay';
import { SerialReplay } from './serial-replay';
import { Sums, type SumsState } from './sums';

/** What stands for a month of expiry outside of users' accounts. */
const NEVER = '-';

/** Of one kind, at the time of an entry. */
interface Balance {
  available: number;
  held: number;
  debt: number;
  availableByExpiry: Record<string, number>;
}

/** Where a replay has come to, as JSON: another one can go on from there. */
export interface ReplayState {
  lots: SumsState;
  holds: HeldState;
  debts: SumsState;
  vintages: SumsState;
  vintageMonths: string[];
  firstCarbonKey: string | null;
  serials: { issued: number; left: number };
}

/** An account from nothing but its entries' postings. */
export class AccountReplay {
  /** By kind, origin and expiry; what is held is not among them. */
  readonly lots: Sums;
  readonly held: HeldReplay;
  readonly serials: SerialReplay;
  /** By kind and origin: what the account owes. */
  readonly debts: Sums;
  /** Net carbon by vintage month of its origin. */
  readonly vintages: Sums;
  /** Vintage months of which carbon ever came from a ride, also when all of it was taken back. */
  private readonly vintageMonths: Set<string>;
  firstCarbonKey: string | null;
  private readonly isUser: boolean;
  private readonly debtAccount: string;
  private readonly heldAccount: string;

  /** @param state where an earlier replay of the account ended */
  constructor(
    private readonly account: string,
    state?: ReplayState,
  ) {
    this.lots = new Sums(state?.lots);
    this.held = new HeldReplay(state?.holds);
    this.debts = new Sums(state?.debts);
    this.vintages = new Sums(state?.vintages);
    this.vintageMonths = new Set(state?.vintageMonths);
    this.firstCarbonKey = state?.firstCarbonKey ?? null;
    this.isUser = account.startsWith('user:');
    this.debtAccount = account.replace(/^user:/, 'debt:');
    this.heldAccount = account.replace(/^user:/, 'held:');
    this.serials = new SerialReplay(account, state?.serials);
  }

  state(): ReplayState {
    return {
      lots: this.lots.state(),
      holds: this.held.state(),
      debts: this.debts.state(),
      vintages: this.vintages.state(),
      vintageMonths: [...this.vintageMonths].sort(),
      firstCarbonKey: this.firstCarbonKey,
      serials: { issued: this.serials.issued, left: this.serials.left },
    };
  }

  /** @returns what the entry may not do; null when it may */
  apply(entry: ExportedEntry): string | null {
    for (const posting of entry.postings) {
      const problem = this.move(posting, entry);
      if (problem !== null) return problem;
      if (posting.destination === this.account && posting.kind === 'carbon')
        this.firstCarbonKey ??= entry._id;
    }
    return this.held.finish(entry) ?? this.serials.apply(entry);
  }

  /** As `balanceAfter` says it. */
  balanceAt(atMs: number): Record<Kind, Balance> {
    const balances = { carbon: this.owed('carbon'), bonus: this.owed('bonus') };
    const month = beijingDay(atMs).slice(0, 7);
    for (const { parts, amount } of this.lots) {
      const [kind, , expiresOn] = parts as [Kind, string, string];
      if (expiresOn !== NEVER && expiresOn < month) continue;
      const { availableByExpiry } = balances[kind];
      availableByExpiry[expiresOn] = (availableByExpiry[expiresOn] ?? 0) + amount;
      balances[kind].available += amount;
    }
    return balances;
  }

  /** A balance without what is available. */
  private owed(kind: Kind): Balance {
    const held = this.held.isEmpty ? 0 : this.held.total(kind);
    const debt = this.debts.isEmpty ? 0 : this.debts.total(kind);
    return { available: 0, held, debt, availableByExpiry: {} };
  }

  /** The earliest month in which something expires, null when nothing does. */
  nextExpiryOn(): string | null {
    const months = [...this.lots].map(({ parts }) => parts[2]!).filter(month => month !== NEVER);
    return months.sort()[0] ?? null;
  }

  /** Net carbon of the latest vintage months, of which an account's document keeps so many. */
  latestVintages(count: number): Map<string, number> {
    const months = [...this.vintageMonths].sort().slice(-count);
    return new Map(months.map(month => [month, this.vintages.get(month)]));
  }

  private move(posting: ExportedPosting, entry: ExportedEntry): string | null {
    for (const lot of posting.lots) {
      const problem = this.moveLot(posting, lot, entry);
      if (problem !== null) return problem;
    }
    return null;
  }

  private moveLot(
    { source, destination, kind }: ExportedPosting,
    lot: ExportedLot,
    entry: ExportedEntry,
  ): string | null {
    const { origin, amount } = lot;
    const expiresOn = this.isUser ? lot.expiresOn : NEVER;
    if (source === this.account && this.lots.add([kind, origin, expiresOn], -amount) < 0)
      return `it takes more ${kind} ${origin} @${expiresOn} than there is`;
    if (destination === this.account) this.lots.add([kind, origin, expiresOn], amount);
    if (kind === 'carbon') this.countVintage(source, destination, origin, amount);
    return this.isUser ? this.moveOfUser({ source, destination, kind }, lot, entry) : null;
  }

  private moveOfUser(
    { source, destination, kind }: Omit<ExportedPosting, 'lots'>,
    lot: ExportedLot,
    entry: ExportedEntry,
  ): string | null {
    const { origin, amount } = lot;
    if (source === this.debtAccount) this.debts.add([kind, origin], amount);
    if (destination === this.debtAccount && this.debts.add([kind, origin], -amount) < 0)
      return `it repays more ${kind} ${origin} than is owed`;
    if (source === this.heldAccount) return this.held.take(entry, kind, lot);
    if (destination === this.heldAccount) {
      if (source !== this.account) return `it sets ${source}’s credits aside`;
      this.held.setAside(entry, kind, lot);
    }
    return null;
  }

  private countVintage(source: string, destination: string, origin: string, amount: number): void {
    const month = origin.slice(origin.lastIndexOf(':') + 1);
    if (source.startsWith('mint:')) {
      this.vintages.add([month], amount);
      this.vintageMonths.add(month);
    }
    if (destination.startsWith('mint:')) this.vintages.add([month], -amount);
  }
}
