import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Refusal } from '../../../../cloudfunctions/contract/errors';
import { kinds, type Lot } from '../../../../cloudfunctions/domain/ledger/account';
import { balanceOf } from '../../../../cloudfunctions/domain/ledger/balance';
import { mergeLots, takeLots } from '../../../../cloudfunctions/domain/ledger/lots';
import { type Plan, planCredit, planReversal } from '../../../../cloudfunctions/domain/ledger/rules';
import { postingsAndLosses, runs, type Step } from './history';
import { ModelAccount } from './model';
import { difference, movements, standing, sumBy, withoutExpiry } from './movements';
import { accountOf, beijing, deepFreeze, parameters, rider } from './notation';

/** Short lives, so that expiries, debts and full accounts are frequent. */
const tight = { ...parameters, expiryMonths: 1, lotLimit: 9 };

class History {
  account = accountOf({});
  model = new ModelAccount(tight.expiryMonths, tight.reversalWindowDays);
  readonly credited: { kind: 'carbon' | 'bonus'; origin: string; amount: number; plan: Plan | null }[] = [];
  atMs = beijing('2026-11-10 08:00');

  step(step: Step): void {
    this.atMs = Math.max(this.atMs, this.atMs + step.afterMs);
    deepFreeze(this.account);
    if (step.do === 'credit') this.credit(step);
    else if (step.do === 'reverse') this.reverse(step.which);
    else this.lose(step);
    this.compare();
  }

  private credit({ kind, origin, amount }: Step & { do: 'credit' }): void {
    const after = this.model.copy();
    after.credit(kind, origin, amount, this.atMs);
    const held = this.account.holds.flatMap(hold => hold.lots).length;
    const fits = Object.keys(after.lotSums(this.atMs)).length + held <= tight.lotLimit;
    const plan = () =>
      planCredit(this.account, { kind, origin, amount, source: 'mint:trip' }, this.atMs, tight);
    if (!fits) return void assert.throws(plan, new Refusal('LOT_LIMIT', { limit: tight.lotLimit }));
    this.model = after;
    this.credited.push({ kind, origin, amount, plan: plan() });
    this.take(this.credited.at(-1)!.plan!);
  }

  private reverse(which: number): void {
    const original = this.credited[which % Math.max(1, this.credited.length)];
    if (!original?.plan) return;
    const { kind, origin, amount, plan: credit } = original;
    original.plan = null;
    const plan = planReversal(this.account, { account: rider, postings: credit.postings }, this.atMs);
    this.model.reverse(kind, origin, amount, this.atMs);
    this.take(plan);
    const net = movements([...credit.postings, ...plan.postings].map(withoutExpiry));
    assert.deepEqual(
      Object.keys(net).filter(name => name.startsWith('mint:trip')),
      [],
    );
  }

  /** A double of features to come: nothing of it is the product's. */
  private lose({ kind, amount, do: verb }: Step & { do: 'lose' | 'hold' }): void {
    const usable = (lot: Lot) =>
      lot.kind === kind && balanceOf({ ...this.account, lots: [lot] }, this.atMs)[kind].available > 0;
    const rank = ({ expiresOn, origin, settlesOn = '' }: Lot) => `${expiresOn} ${origin} ${settlesOn}`;
    const lots = mergeLots(this.account.lots, this.atMs);
    const { taken, left } = takeLots(lots, amount, usable, (a, b) => (rank(a) < rank(b) ? -1 : 1));
    const holds =
      verb === 'hold'
        ? [...this.account.holds, { key: 'h', deadlineMs: 0, lots: taken }]
        : this.account.holds;
    this.account = { ...this.account, lots: left, holds };
    this.model.lose(kind, amount, this.atMs, verb === 'hold');
  }

  private take(plan: Plan): void {
    for (const { lots } of plan.postings) {
      assert.ok(lots.length > 0 && lots.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0));
    }
    const moved = Object.entries(movements(plan.postings));
    const own = moved.filter(([name]) => /^(user|debt):/.test(name));
    assert.deepEqual(Object.fromEntries(own), difference(standing(plan.account), standing(this.account)));
    for (const kind of kinds) {
      const through = moved.filter(([name]) => name.startsWith(`conversion:${kind} ${kind} `));
      assert.equal(totalOf(Object.fromEntries(through)), 0);
    }
    this.account = plan.account;
  }

  private compare(): void {
    const { account, model, atMs } = this;
    const settled = mergeLots(account.lots, atMs);
    const name = (lot: Lot) => [lot.kind, lot.origin, lot.expiresOn, lot.settlesOn ?? ''].join(' ');
    const lotSums = model.lotSums(atMs);
    const owed = sumBy(
      model.debts,
      debt => debt.kind,
      debt => debt.amount,
    );
    assert.deepEqual(
      {
        lots: sumBy(settled, name, lot => lot.amount),
        lotCount: settled.length,
        debts: account.debts,
        vintages: account.carbonByVintage,
        balances: kinds.map(kind => ({ ...balanceOf(account, atMs)[kind], availableByExpiry: {} })),
        byExpiry: kinds.map(kind => balanceOf(account, atMs)[kind].availableByExpiry).map(totalOf),
      },
      {
        lots: lotSums,
        lotCount: Object.keys(lotSums).length,
        debts: model.debts,
        vintages: Object.fromEntries(model.vintages),
        balances: kinds.map(kind => ({
          available: model.available(kind, atMs),
          held: model.held.filter(lot => lot.kind === kind).length,
          debt: owed[kind] ?? 0,
          availableByExpiry: {},
        })),
        byExpiry: kinds.map(kind => model.available(kind, atMs)),
      },
    );
    assert.ok(
      [...account.lots, ...account.debts].every(({ amount }) => Number.isSafeInteger(amount) && amount > 0),
    );
  }
}

const totalOf = (amounts: Record<string, number>): number =>
  Object.values(amounts).reduce((sum, amount) => sum + amount, 0);

test('any history leaves the account as the model has it, posting by posting', () => {
  fc.assert(
    fc.property(postingsAndLosses, steps => {
      const history = new History();
      for (const step of steps) history.step(step);
    }),
    runs(300),
  );
});
