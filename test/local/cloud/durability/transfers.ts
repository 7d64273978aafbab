import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Database } from '../real-sdk';
import { admin, postJson } from '../requests';

const program = path.join(__dirname, '../fixtures/transfer-worker.js');
const accounts = 150;
const openingBalance = 1000;

export async function openAccounts(url: string): Promise<void> {
  for (const collection of ['wallets', 'moves'])
    await postJson(`${url}/indexes`, { collection, indexes: [] });
  const data = Array.from({ length: accounts }, (_, n) =>
    JSON.stringify({ _id: `account-${n}`, balance: openingBalance }),
  );
  const { text } = await admin(url, 'database.insertDocument', { collectionName: 'wallets', data });
  if (!text.includes('insertedIds')) throw new Error(text);
}

export interface Worker {
  /** Resolves when its first transactions are all open. */
  started: Promise<void>;
  /** Resolves with the ids of the transfers whose commit was acknowledged, and with what ended it early. */
  done: Promise<{ acknowledged: string[]; failure: string | null }>;
  goOn(): void;
}

export function startWorker(url: string, name: string, width: number, rounds: number): Worker {
  const child: ChildProcess = fork(program, [`${url}/admin`, name, String(width), String(rounds)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let failure: string | null = null;
  let begin = () => {};
  const started = new Promise<void>(resolve => {
    begin = resolve;
  });
  const done = new Promise<{ acknowledged: string[]; failure: string | null }>((resolve, reject) => {
    child.on('message', (message: { started?: true; failure?: string; acknowledged?: string[] }) => {
      if (message.started) begin();
      if (message.failure !== undefined) failure = message.failure;
      if (message.acknowledged !== undefined) resolve({ acknowledged: message.acknowledged, failure });
    });
    child.on('exit', code => reject(new Error(`worker ${name} exited with ${code}`)));
  });
  return { started, done, goOn: () => child.send('go on') };
}

/** The total, the moves, and whether every balance is what the moves make it. */
export async function audit(db: Database): Promise<{ total: number; moves: Set<string>; wrong: string[] }> {
  const expected = new Map(Array.from({ length: accounts }, (_, n) => [`account-${n}`, openingBalance]));
  const moves = new Set<string>();
  for (let skip = 0; ; skip += 1000) {
    const { data } = await db.collection('moves').orderBy('_id', 'asc').skip(skip).limit(1000).get();
    for (const { _id, from, to, amount } of data as {
      _id: string;
      from: string;
      to: string;
      amount: number;
    }[]) {
      moves.add(_id);
      expected.set(from, (expected.get(from) ?? 0) - amount);
      expected.set(to, (expected.get(to) ?? 0) + amount);
    }
    if (data.length < 1000) break;
  }
  const { data } = await db.collection('wallets').limit(1000).get();
  const balances = data as { _id: string; balance: number }[];
  const wrong = balances.filter(({ _id, balance }) => balance !== expected.get(_id)).map(({ _id }) => _id);
  return { total: balances.reduce((sum, { balance }) => sum + balance, 0), moves, wrong };
}

export const grandTotal = accounts * openingBalance;
