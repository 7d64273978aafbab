import { writeSync } from 'node:fs';
import { openStore, type Store } from '../../local/cloud/store';
import { ACCOUNTS } from './durability-accounts';

/*
 * The process whose durability is examined: it opens a store and tells on its standard output, with a write of its
 * own for each line, what has been acknowledged. It ends by killing itself, so that nothing is tidied up.
 */

function announce(line: string): void {
  writeSync(1, `${line}\n`);
}

/** One insert after the other, each acknowledged by its number. */
async function insertOneByOne(store: Store, count: number): Promise<void> {
  for (let number = 0; number < count; number++) {
    await store.insert('entries', [{ _id: `entry${number}`, number, text: 'x'.repeat(200) }]);
    announce(`ack ${number}`);
  }
}

/** Transfers between accounts, for ever and many at a time; each acknowledged by the id of its entry. */
async function transfer(store: Store, worker: number): Promise<never> {
  for (let number = 0; ; number++) {
    const id = `${process.pid}-${worker}-${number}`;
    const from = Math.floor(Math.random() * ACCOUNTS);
    const to = (from + 1 + Math.floor(Math.random() * (ACCOUNTS - 1))) % ACCOUNTS;
    if (await tryTransfer(store, id, from, to)) announce(`ack ${id}`);
    else await new Promise(resolve => setImmediate(resolve));
  }
}

async function tryTransfer(store: Store, id: string, from: number, to: number): Promise<boolean> {
  const transactionId = store.startTransaction();
  const change = (account: number, amount: number) =>
    store.modify('accounts', {
      query: { _id: account },
      update: { $inc: { balance: amount } },
      merge: true,
      multi: false,
      upsert: false,
      transactionId,
    });
  try {
    await change(from, -1);
    await store.insert('entries', [{ _id: id, from, to }], transactionId);
    await change(to, 1);
    await store.commitTransaction(transactionId);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'DATABASE_TRANSACTION_CONFLICT') return false;
    throw error;
  }
}

async function main(): Promise<void> {
  const [folder, synchronous, work] = process.argv.slice(2) as [string, 'FULL' | 'OFF', string];
  const store = openStore({ folder, nowMs: () => 0, synchronous });
  announce(`synchronous ${store.synchronousLevel()}`);
  if (work === 'transfers')
    await Promise.all(Array.from({ length: 16 }, (_unused, worker) => transfer(store, worker)));
  await insertOneByOne(store, Number(work));
  process.kill(process.pid, 'SIGKILL');
}

void main();
