import { dayOf, Elsewhere, monthOf } from './model-outside';

/**
 * The oracle: a rider's account as ledger.md describes it, moved one credit at a time and with its own calendar. It
 * knows nothing of lots that merge, of plans or postings. What it refuses it names by the error's code, untouched.
 */
export interface ModelLot {
  kind: string;
  origin: string;
  expiresOn: string;
  settlesOn: string;
  amount: number;
}

export interface ModelHold {
  key: string;
  deadlineMs: number;
  lots: ModelLot[];
}

export type ModelRefusal = string | null;

interface Numbers {
  expiryMonths: number;
  windowDays: number;
  lotLimit: number;
}

export class ModelAccount {
  lots: ModelLot[] = [];
  holds: ModelHold[] = [];
  debts: { kind: string; origin: string; amount: number }[] = [];
  vintages = new Map<string, number>();
  isClosed = false;

  constructor(
    private readonly numbers: Numbers,
    readonly elsewhere = new Elsewhere(),
  ) {}

  credit(kind: string, origin: string, amount: number, atMs: number, source = 'mint:trip'): ModelRefusal {
    if (this.isClosed) return 'ACCOUNT_CLOSED';
    const before = this.saved();
    const { expiryMonths, windowDays } = this.numbers;
    const [year, month] = dayOf(atMs).split('-').map(Number);
    const expiry = new Date(Date.UTC(year!, month! - 1 + expiryMonths, 1));
    const settlesOn = kind === 'carbon' ? dayOf(atMs + windowDays * 86_400_000) : '';
    this.lots.push({ kind, origin, expiresOn: expiry.toISOString().slice(0, 7), settlesOn, amount });
    this.count(kind, origin, amount);
    this.elsewhere.move(source, kind, origin, -amount);
    this.repay(kind, atMs);
    if (this.lotCount(atMs) > this.numbers.lotLimit) this.settleTogether();
    if (this.lotCount(atMs) <= this.numbers.lotLimit) return null;
    this.restore(before);
    return 'LOT_LIMIT';
  }

  reverse(kind: string, origin: string, amount: number, atMs: number, source = 'mint:trip'): ModelRefusal {
    // A closed account owes what turns out not to have been ridden.
    if (this.isClosed && kind !== 'carbon') return 'ACCOUNT_CLOSED';
    this.count(kind, origin, -amount);
    this.elsewhere.move(source, kind, origin, amount);
    for (let unit = 0; unit < amount; unit += 1) {
      if (this.takeOne(atMs, lot => lot.kind === kind && lot.origin === origin)) continue;
      const debt = this.debts.find(owed => owed.kind === kind && owed.origin === origin);
      if (debt) debt.amount += 1;
      else this.debts.push({ kind, origin, amount: 1 });
    }
    this.repay(kind, atMs);
    return null;
  }

  spend(kinds: readonly string[], amount: number, bonusTo: string, atMs: number): ModelRefusal {
    const refusal = this.refusalOf(kinds, amount, atMs);
    if (refusal !== null) return refusal;
    for (const lot of this.takeMany(kinds, amount, atMs)) this.leave(lot, bonusTo, atMs);
    return null;
  }

  hold(
    key: string,
    kinds: readonly string[],
    amount: number,
    deadlineMs: number,
    atMs: number,
  ): ModelRefusal {
    if (this.debts.length > 0) return 'DEBT_FIRST';
    if (this.holds.length === 20) return 'TOO_MANY_HOLDS';
    if (atMs > deadlineMs) return 'HOLD_EXPIRED';
    const refusal = this.refusalOf(kinds, amount, atMs);
    if (refusal === null) this.holds.push({ key, deadlineMs, lots: this.takeMany(kinds, amount, atMs) });
    return refusal;
  }

  post(key: string, bonusTo: string, atMs: number): ModelRefusal {
    const hold = this.holds.find(open => open.key === key);
    if (!hold) return 'HOLD_CLOSED';
    if (atMs > hold.deadlineMs) return 'HOLD_EXPIRED';
    this.holds = this.holds.filter(open => open !== hold);
    for (const lot of hold.lots) this.leave(lot, bonusTo, atMs);
    return null;
  }

  void(key: string, atMs: number): ModelRefusal {
    const hold = this.holds.find(open => open.key === key);
    if (!hold) return 'HOLD_CLOSED';
    this.holds = this.holds.filter(open => open !== hold);
    for (const lot of hold.lots) {
      if (lot.expiresOn < monthOf(atMs)) this.leave(lot, 'sink:expired', atMs);
      else this.lots.push({ ...lot });
    }
    for (const kind of ['carbon', 'bonus']) this.repay(kind, atMs);
    return null;
  }

  expire(month: string, atMs: number): void {
    if (month >= monthOf(atMs)) return;
    for (const lot of this.lots.filter(each => each.expiresOn === month))
      this.leave(lot, 'sink:expired', atMs);
    this.lots = this.lots.filter(lot => lot.expiresOn !== month);
  }

  close(atMs: number): void {
    for (const lot of [...this.lots, ...this.holds.flatMap(hold => hold.lots)]) {
      this.leave(lot, lot.expiresOn < monthOf(atMs) ? 'sink:expired' : 'sink:deleted', atMs);
    }
    for (const { kind, origin, amount } of this.debts)
      this.elsewhere.move('sink:written-off', kind, origin, -amount);
    this.lots = [];
    this.holds = [];
    this.debts = [];
    this.isClosed = true;
  }

  available(kind: string, atMs: number): number {
    return this.lots
      .filter(lot => lot.kind === kind && lot.expiresOn >= monthOf(atMs))
      .reduce((sum, lot) => sum + lot.amount, 0);
  }

  held(kind: string): number {
    const lots = this.holds.flatMap(hold => hold.lots).filter(lot => lot.kind === kind);
    return lots.reduce((sum, lot) => sum + lot.amount, 0);
  }

  owed(kind: string): number {
    return this.debts.filter(debt => debt.kind === kind).reduce((sum, debt) => sum + debt.amount, 0);
  }

  /** Lots as a set: which are one lot by now, and how much they hold. */
  lotSums(atMs: number, lots: readonly ModelLot[] = this.lots): Record<string, number> {
    const sums: Record<string, number> = {};
    for (const { kind, origin, expiresOn, settlesOn, amount } of lots) {
      const name = [kind, origin, expiresOn, settlesOn > dayOf(atMs) ? settlesOn : ''].join(' ');
      sums[name] = (sums[name] ?? 0) + amount;
    }
    return sums;
  }

  private saved(): string {
    const { lots, debts, holds } = this;
    return JSON.stringify([lots, debts, holds, [...this.vintages], [...this.elsewhere.amounts]]);
  }

  private restore(saved: string): void {
    const [lots, debts, holds, vintages, amounts] = JSON.parse(saved);
    Object.assign(this, { lots, debts, holds, vintages: new Map(vintages) });
    this.elsewhere.amounts.clear();
    for (const [name, amount] of amounts) this.elsewhere.amounts.set(name, amount);
  }

  private lotCount(atMs: number): number {
    const inHolds = this.holds.map(({ lots }) => Object.keys(this.lotSums(0, lots)).length);
    return Object.keys(this.lotSums(atMs)).length + inHolds.reduce((sum, count) => sum + count, 0);
  }

  /** A full account: what has one kind, origin and expiry settles together, with the last of it. */
  private settleTogether(): void {
    for (const lot of this.lots) {
      const like = this.lots.filter(
        ({ kind, origin, expiresOn }) =>
          kind === lot.kind && origin === lot.origin && expiresOn === lot.expiresOn,
      );
      lot.settlesOn = like
        .map(each => each.settlesOn)
        .sort()
        .at(-1)!;
    }
  }

  private refusalOf(kinds: readonly string[], amount: number, atMs: number): ModelRefusal {
    if (this.debts.length > 0) return 'DEBT_FIRST';
    const there = kinds.reduce((sum, kind) => sum + this.available(kind, atMs), 0);
    return there < amount ? 'INSUFFICIENT_CREDITS' : null;
  }

  /** In the order of spending. */
  private takeMany(kinds: readonly string[], amount: number, atMs: number): ModelLot[] {
    const month = monthOf(atMs);
    const group = ({ expiresOn, kind }: ModelLot) =>
      `${expiresOn === month ? 'now' : 'then'} ${kind === 'bonus' ? 1 : 2} `;
    const taken = new Map<string, ModelLot>();
    for (let unit = 0; unit < amount; unit += 1) {
      const one = this.takeOne(atMs, lot => kinds.includes(lot.kind), group)!;
      const name = `${one.kind} ${one.origin} ${one.expiresOn} ${one.settlesOn}`;
      taken.set(name, { ...one, amount: (taken.get(name)?.amount ?? 0) + 1 });
    }
    return [...taken.values()];
  }

  private leave({ kind, origin, settlesOn, amount }: ModelLot, bonusTo: string, atMs: number): void {
    const today = dayOf(atMs);
    const intake = `pool-intake:${settlesOn > today ? settlesOn : today}`;
    this.elsewhere.move(kind === 'bonus' ? bonusTo : intake, kind, origin, amount);
  }

  private count(kind: string, origin: string, amount: number): void {
    const month = origin.slice(-7);
    if (kind === 'carbon') this.vintages.set(month, (this.vintages.get(month) ?? 0) + amount);
  }

  private repay(kind: string, atMs: number): void {
    for (let owed = this.oldestDebt(kind); owed; owed = this.oldestDebt(kind)) {
      const given = this.takeOne(atMs, lot => lot.kind === kind);
      if (!given) return;
      this.elsewhere.move(`conversion:${kind}`, kind, given.origin, 1);
      this.elsewhere.move(`conversion:${kind}`, kind, owed.origin, -1);
      owed.amount -= 1;
      this.debts = this.debts.filter(debt => debt.amount > 0);
    }
  }

  private oldestDebt(kind: string) {
    return this.debts.find(debt => debt.kind === kind);
  }

  /** One credit of those that expire soonest; of these the first origin, then the one that settles soonest. */
  private takeOne(
    atMs: number,
    wanted: (lot: ModelLot) => boolean,
    group: (lot: ModelLot) => string = () => '',
  ): ModelLot | null {
    const today = dayOf(atMs);
    const settles = (lot: ModelLot) => (lot.settlesOn > today ? lot.settlesOn : '');
    const rank = (lot: ModelLot) => `${group(lot)}${lot.expiresOn} ${lot.origin} ${settles(lot)}`;
    let first: ModelLot | null = null;
    for (const lot of this.lots) {
      if (lot.expiresOn < monthOf(atMs) || !wanted(lot)) continue;
      if (first === null || rank(lot) < rank(first)) first = lot;
    }
    if (first === null) return null;
    first.amount -= 1;
    this.lots = this.lots.filter(lot => lot.amount > 0);
    return { ...first, settlesOn: settles(first), amount: 1 };
  }
}
