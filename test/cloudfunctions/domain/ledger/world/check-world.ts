import assert from 'node:assert/strict';
import type { Account, Entry } from '../../../../../cloudfunctions/domain/ledger';
import { type LedgerReport, verifyLedger } from '../../../../../local/ledger/verify-ledger';
import { dayOf } from '../model-outside';
import { sumBy } from '../movements';
import type { ModelWorld } from './model-world';
import type { SimulatedStore } from './simulated-database';

const isRiders = (name: string): boolean => /^(user|held|debt):/.test(name);

/** What postings add up to outside of riders' accounts, by account, kind and origin. */
function elsewhereOf(entries: readonly Entry[]): Record<string, number> {
  const moves = entries.flatMap(({ postings }) =>
    postings.flatMap(({ source, destination, kind, lots }) =>
      lots.flatMap(({ origin, amount }) => [
        { account: source, name: `${source} ${kind} ${origin}`, amount: -amount },
        { account: destination, name: `${destination} ${kind} ${origin}`, amount },
      ]),
    ),
  );
  return sumBy(
    moves.filter(({ account }) => !isRiders(account)),
    move => move.name,
    move => move.amount,
  );
}

type Lots = Account['lots'];

const namesOf = (lots: Lots, atMs: number) =>
  sumBy(
    lots,
    ({ kind, origin, expiresOn, settlesOn = '' }) =>
      [kind, origin, expiresOn, settlesOn > dayOf(atMs) ? settlesOn : ''].join(' '),
    lot => lot.amount,
  );

function checkRider(account: Account, model: ModelWorld): void {
  const rider = model.rider(account._id);
  const atMs = account.updatedAtMs;
  const months = [...rider.lots.map(lot => lot.expiresOn)].sort();
  const deadlines = rider.holds.map(hold => hold.deadlineMs);
  assert.deepEqual(
    {
      lots: namesOf(account.lots, atMs),
      holds: account.holds.map(({ key, deadlineMs, lots }) => ({ key, deadlineMs, lots: namesOf(lots, 0) })),
      debts: account.debts,
      vintages: account.carbonByVintage,
      nextExpiryOn: account.nextExpiryOn,
      nextDeadlineMs: account.nextDeadlineMs,
    },
    {
      lots: rider.lotSums(atMs),
      holds: rider.holds.map(({ key, deadlineMs, lots }) => ({
        key,
        deadlineMs,
        lots: rider.lotSums(0, lots),
      })),
      debts: rider.debts,
      vintages: Object.fromEntries(rider.vintages),
      nextExpiryOn: months[0] ?? null,
      nextDeadlineMs: deadlines.length === 0 ? null : Math.min(...deadlines),
    },
  );
}

function checkOther({ _id, lots }: Account, model: ModelWorld): void {
  for (const { kind, origin, expiresOn, amount } of lots) {
    assert.equal(expiresOn, '-');
    assert.equal(amount, model.elsewhere.at(_id, kind, origin), _id);
  }
  const names = [...model.elsewhere.amounts.keys()].filter(name => name.startsWith(`${_id} `));
  assert.equal(lots.length, names.length, _id);
}

/** Every document is what the oracle has, and every credit is where the oracle has it. */
export function checkWorld(store: SimulatedStore, model: ModelWorld): void {
  for (const account of store.all<Account>('ledger_accounts')) {
    if (account._id.startsWith('user:')) checkRider(account, model);
    else checkOther(account, model);
  }
  const elsewhere = Object.fromEntries([...model.elsewhere.amounts].sort());
  assert.deepEqual(Object.fromEntries(Object.entries(elsewhereOf(store.committed)).sort()), elsewhere);
  for (const [name, amount] of model.elsewhere.amounts) {
    if (/^(campaign|pool|merchant|pool-intake):/.test(name)) assert.ok(amount > 0, `${name} ${amount}`);
  }
}

/** A number comes into a pool once and leaves it once, one after the other. */
export function checkSerials(store: SimulatedStore): void {
  const serials = store.all<{ _id: string; origin: string; direction: string; from: number; to: number }>(
    'pool_serials',
  );
  const next = new Map<string, number>();
  for (const { origin, direction, from, to } of serials.sort((a, b) => (a._id < b._id ? -1 : 1))) {
    assert.equal(from, next.get(`${origin} ${direction}`) ?? 1);
    next.set(`${origin} ${direction}`, to + 1);
  }
  for (const { _id, serials: counts } of store.all<Account>('ledger_accounts')) {
    if (!counts) continue;
    const origin = _id.slice('pool:'.length);
    assert.equal(counts.issued + 1, next.get(`${origin} in`) ?? 1);
    assert.equal(counts.left + 1, next.get(`${origin} out`) ?? 1);
  }
}

export function verifyStore(store: SimulatedStore): Promise<LedgerReport> {
  const lines = ['ledger_accounts', 'ledger_entries'].flatMap(collection =>
    store.all(collection).map(document => JSON.stringify({ collection, document })),
  );
  return verifyLedger(lines);
}
