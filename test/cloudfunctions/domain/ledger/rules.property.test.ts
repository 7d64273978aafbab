import assert from 'node:assert/strict';
import { Refusal } from '../../../../cloudfunctions/contract/errors';
import { kinds, type Lot } from '../../../../cloudfunctions/domain/ledger/account';
import { balanceOf } from '../../../../cloudfunctions/domain/ledger/balance';
import { mergeLots } from '../../../../cloudfunctions/domain/ledger/plans/lots';
import { addMovement, nothingMoved } from '../../../../cloudfunctions/domain/ledger/reading/sum-month';
import {
  type Plan,
  planCredit,
  planExpiry,
  planHold,
  planPostHold,
  planReversal,
  planSpending,
  planVoidHold,
} from '../../../../cloudfunctions/domain/ledger/rules';
import * as fc from '../../../support/fast-check';
import { everyStep, runs, type Step } from './history';
import { ModelAccount } from './model';
import { monthOf } from './model-outside';
import { difference, movements, standing, sumBy, withoutExpiry } from './movements';
import { accountOf, beijing, deepFreeze, parameters, rider } from './notation';

/** Short lives, so that expiries, debts and full accounts are frequent. */
const tight = { ...parameters, expiryMonths: 1, lotLimit: 7 };
const HOLD_MS = 10 * 24 * 3_600_000;
const SHOP = 'merchant:m';

class History {
  account = accountOf({});
  readonly model = new ModelAccount({ expiryMonths: 1, windowDays: 7, lotLimit: 7 });
  readonly credited: { kind: 'carbon' | 'bonus'; origin: string; amount: number; plan: Plan | null }[] = [];
  readonly holdKeys: string[] = [];
  atMs = beijing('2026-11-10 08:00');

  step(step: Step): void {
    this.atMs = Math.max(this.atMs, this.atMs + step.afterMs);
    deepFreeze(this.account);
    if (step.do === 'credit') this.credit(step);
    else if (step.do === 'reverse') this.reverse(step.which);
    else if (step.do === 'expire') this.expire(step.monthsAgo);
    else if ('kinds' in step) this.use(step);
    else this.end(step);
    this.compare();
  }

  private credit({ kind, origin, amount }: Step & { do: 'credit' }): void {
    const refusal = this.model.credit(kind, origin, amount, this.atMs);
    const credit = { kind, origin, amount, source: 'mint:trip' };
    const plan = this.take(refusal, () => planCredit(this.account, credit, this.atMs, tight));
    if (plan) this.credited.push({ kind, origin, amount, plan });
  }

  private reverse(which: number): void {
    const original = this.credited[which % Math.max(1, this.credited.length)];
    if (!original?.plan) return;
    const { kind, origin, amount, plan: credit } = original;
    original.plan = null;
    this.model.reverse(kind, origin, amount, this.atMs);
    const entry = { account: rider, postings: credit.postings };
    const plan = this.take(null, () => planReversal(this.account, entry, this.atMs))!;
    const net = movements([...credit.postings, ...plan.postings].map(withoutExpiry));
    assert.deepEqual(
      Object.keys(net).filter(name => name.startsWith('mint:trip')),
      [],
    );
  }

  private use({ do: verb, kinds: allowed, amount }: Extract<Step, { kinds: unknown }>): void {
    const spending = { amount, kinds: allowed };
    if (verb === 'spend') {
      const refusal = this.model.spend(allowed, amount, SHOP, this.atMs);
      this.take(refusal, () => planSpending(this.account, spending, SHOP, this.atMs));
      return;
    }
    const key = `hold-${this.holdKeys.length}`;
    const terms = { key, deadlineMs: this.atMs + HOLD_MS, reference: { type: 'order' as const, id: key } };
    const refusal = this.model.hold(key, allowed, amount, terms.deadlineMs, this.atMs);
    if (this.take(refusal, () => planHold(this.account, spending, terms, this.atMs))) this.holdKeys.push(key);
  }

  private end({ do: verb, which }: Extract<Step, { do: 'post' | 'void' }>): void {
    const key = this.holdKeys[which % Math.max(1, this.holdKeys.length)] ?? 'none';
    const refusal = verb === 'post' ? this.model.post(key, SHOP, this.atMs) : this.model.void(key, this.atMs);
    this.take(refusal, () =>
      verb === 'post'
        ? planPostHold(this.account, key, SHOP, this.atMs)
        : planVoidHold(this.account, key, this.atMs, false),
    );
  }

  private expire(monthsAgo: number): void {
    const [year, month] = monthOf(this.atMs).split('-').map(Number);
    const past = new Date(Date.UTC(year!, month! - 1 - monthsAgo, 1)).toISOString().slice(0, 7);
    const plan = planExpiry(this.account, past, this.atMs);
    this.model.expire(past, this.atMs);
    if (plan) this.take(null, () => plan);
  }

  /** Refused as the model says, or planned with postings that say exactly what happens to the account. */
  private take(refusal: string | null, planned: () => Plan): Plan | null {
    if (refusal !== null) {
      assert.throws(planned, (error: unknown) => error instanceof Refusal && error.code === refusal);
      return null;
    }
    const plan = planned();
    for (const { lots } of plan.postings) {
      assert.ok(lots.length > 0 && lots.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0));
    }
    const sums = nothingMoved();
    addMovement(sums, rider, plan);
    const came = kinds.reduce((sum, kind) => sum + sums[kind].received - sums[kind].left, 0);
    assert.equal(came, totalOf(standing(plan.account)) - totalOf(standing(this.account)));
    const moved = Object.entries(movements(plan.postings));
    const own = moved.filter(([name]) => /^(user|debt|held):/.test(name));
    assert.deepEqual(Object.fromEntries(own), difference(standing(plan.account), standing(this.account)));
    for (const kind of kinds) {
      const through = moved.filter(([name]) => name.startsWith(`conversion:${kind} ${kind} `));
      assert.equal(totalOf(Object.fromEntries(through)), 0);
    }
    this.account = plan.account;
    return plan;
  }

  private compare(): void {
    const { account, model, atMs } = this;
    const settled = mergeLots(account.lots, atMs);
    const name = (lot: Lot) => [lot.kind, lot.origin, lot.expiresOn, lot.settlesOn ?? ''].join(' ');
    const sums = (lots: readonly Lot[]) => sumBy(lots, name, lot => lot.amount);
    const lotSums = model.lotSums(atMs);
    assert.deepEqual(
      {
        lots: sums(settled),
        lotCount: settled.length,
        holds: account.holds.map(hold => [hold.key, sums(hold.lots)]),
        debts: account.debts,
        vintages: account.carbonByVintage,
        balances: kinds.map(kind => ({ ...balanceOf(account, atMs)[kind], availableByExpiry: {} })),
        byExpiry: kinds.map(kind => balanceOf(account, atMs)[kind].availableByExpiry).map(totalOf),
      },
      {
        lots: lotSums,
        lotCount: Object.keys(lotSums).length,
        holds: model.holds.map(hold => [hold.key, model.lotSums(0, hold.lots)]),
        debts: model.debts,
        vintages: Object.fromEntries(model.vintages),
        balances: kinds.map(kind => ({
          available: model.available(kind, atMs),
          held: model.held(kind),
          debt: model.owed(kind),
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
    fc.property(everyStep, steps => {
      const history = new History();
      for (const step of steps) history.step(step);
    }),
    runs(300),
  );
});
