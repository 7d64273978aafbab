/**
 * The oracle: a rider's account as ledger.md describes it, moved one credit at a time and with its own calendar. It
 * knows nothing of lots that merge, of plans or postings.
 */
export interface ModelLot {
  kind: string;
  origin: string;
  expiresOn: string;
  settlesOn: string;
  amount: number;
}

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
/** Formatting is slow and instants repeat. */
const known = new Map<number, string>();
function dayOf(atMs: number): string {
  const day = known.get(atMs) ?? calendar.format(atMs);
  known.set(atMs, day);
  return day;
}

export class ModelAccount {
  lots: ModelLot[] = [];
  held: ModelLot[] = [];
  debts: { kind: string; origin: string; amount: number }[] = [];
  vintages = new Map<string, number>();

  constructor(
    private readonly expiryMonths: number,
    private readonly windowDays: number,
  ) {}

  copy(): ModelAccount {
    const copy = new ModelAccount(this.expiryMonths, this.windowDays);
    copy.lots = this.lots.map(lot => ({ ...lot }));
    copy.held = this.held.map(lot => ({ ...lot }));
    copy.debts = this.debts.map(debt => ({ ...debt }));
    copy.vintages = new Map(this.vintages);
    return copy;
  }

  credit(kind: string, origin: string, amount: number, atMs: number): void {
    const [year, month] = dayOf(atMs).split('-').map(Number);
    const expiry = new Date(Date.UTC(year!, month! - 1 + this.expiryMonths, 1));
    const settlesOn = kind === 'carbon' ? dayOf(atMs + this.windowDays * 86_400_000) : '';
    this.lots.push({ kind, origin, expiresOn: expiry.toISOString().slice(0, 7), settlesOn, amount });
    this.count(kind, origin, amount);
    this.repay(kind, atMs);
  }

  reverse(kind: string, origin: string, amount: number, atMs: number): void {
    this.count(kind, origin, -amount);
    for (let unit = 0; unit < amount; unit += 1) {
      if (this.takeOne(atMs, lot => lot.kind === kind && lot.origin === origin)) continue;
      const debt = this.debts.find(owed => owed.kind === kind && owed.origin === origin);
      if (debt) debt.amount += 1;
      else this.debts.push({ kind, origin, amount: 1 });
    }
    this.repay(kind, atMs);
  }

  /** Stands for features to come, which take usable credits away, or set them aside for an order. */
  lose(kind: string, amount: number, atMs: number, aside: boolean): void {
    for (let unit = 0; unit < amount; unit += 1) {
      const taken = this.takeOne(atMs, lot => lot.kind === kind);
      if (taken && aside) this.held.push({ ...taken, amount: 1 });
    }
  }

  available(kind: string, atMs: number): number {
    return this.lots
      .filter(lot => lot.kind === kind && lot.expiresOn >= dayOf(atMs).slice(0, 7))
      .reduce((sum, lot) => sum + lot.amount, 0);
  }

  /** Lots as a set: which are one lot by now, and how much they hold. */
  lotSums(atMs: number): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { kind, origin, expiresOn, settlesOn, amount } of this.lots) {
      const name = [kind, origin, expiresOn, settlesOn > dayOf(atMs) ? settlesOn : ''].join(' ');
      sums[name] = (sums[name] ?? 0) + amount;
    }
    return sums;
  }

  private count(kind: string, origin: string, amount: number): void {
    const month = origin.slice(-7);
    if (kind === 'carbon') this.vintages.set(month, (this.vintages.get(month) ?? 0) + amount);
  }

  private repay(kind: string, atMs: number): void {
    for (let owed = this.oldestDebt(kind); owed; owed = this.oldestDebt(kind)) {
      if (!this.takeOne(atMs, lot => lot.kind === kind)) return;
      owed.amount -= 1;
      this.debts = this.debts.filter(debt => debt.amount > 0);
    }
  }

  private oldestDebt(kind: string) {
    return this.debts.find(debt => debt.kind === kind);
  }

  /** The credit that expires soonest; of those the first origin, then the one that settles soonest. */
  private takeOne(atMs: number, wanted: (lot: ModelLot) => boolean): ModelLot | null {
    const month = dayOf(atMs).slice(0, 7);
    const today = dayOf(atMs);
    const rank = (lot: ModelLot) =>
      `${lot.expiresOn} ${lot.origin} ${lot.settlesOn > today ? lot.settlesOn : ''}`;
    let first: ModelLot | null = null;
    for (const lot of this.lots) {
      if (lot.expiresOn < month || !wanted(lot)) continue;
      if (first === null || rank(lot) < rank(first)) first = lot;
    }
    if (first === null) return null;
    first.amount -= 1;
    this.lots = this.lots.filter(lot => lot.amount > 0);
    return first;
  }
}
