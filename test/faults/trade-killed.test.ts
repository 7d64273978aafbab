import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { openFolder } from '../../local/ledger/folder-source';
import { readLedger } from '../../local/ledger/read-ledger';
import { verifyLedger } from '../../local/ledger/verify-ledger';
import { buildProbe } from '../cloudfunctions/domain/ledger/probe/build-probe';
import { startEndpoint } from '../local/cloud/endpoint-process';
import { bundle, root, stopTestClouds, temporaryFolder } from '../local/cloud/test-cloud';
import type { Caller } from './trade/requests';
import type { Answer, Order } from './trade/worker';

/**
 * Four processes trade at once on the real SDK: holds, their ends, rewards, spending, expiry, reversals. They are killed
 * one after the other and then the endpoint. What got no answer is asked for again, and so is everything that did: it
 * has to be the same, byte by byte, and there is nothing that nobody asked for.
 */
const KILLS = process.env.SOAK ? 30 : 2;
const PROCESSES = 4;
const CALLERS_A_PROCESS = 24;
const MOST_OPEN = 64;
const ANSWERS_BEFORE_A_KILL = 200;

afterAll(stopTestClouds);

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
const times = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

interface Health {
  environmentId: string;
  openTransactions: number;
}

const healthOf = async (url: string): Promise<Health> =>
  (await (await fetch(`${url}/health`)).json()) as Health;

class Trade {
  readonly data = temporaryFolder();
  readonly functions = buildProbe();
  readonly program = bundle('test/faults/trade/worker.ts');
  /** Hashes of entries, by their keys, as they were answered. */
  readonly hashes = new Map<string, string>();
  /** How many turns each caller had answered. */
  readonly turns = new Map<string, { caller: Caller; turns: number }>();
  readonly codes = new Set<string>();
  answers = 0;
  private failed: string | null = null;
  /** How many transactions were seen open at once. */
  mostOpen = 0;

  async start() {
    const flags = ['--port', '0', '--data', this.data, '--functions', this.functions];
    const endpoint = startEndpoint(flags);
    return { endpoint, url: await endpoint.url };
  }

  /** A process that does as it is ordered, until it is done or killed. */
  worker(url: string, environmentId: string, order: Order): ChildProcess {
    const child = fork(this.program, {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        PATH: process.env.PATH,
        NODE_PATH: path.join(root, 'node_modules'),
        TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
        TCB_ENV: environmentId,
        SCF_NAMESPACE: environmentId,
        TENCENTCLOUD_RUNENV: 'SCF',
        TENCENTCLOUD_REGION: 'ap-shanghai',
        TENCENTCLOUD_SECRETID: 'local',
        TENCENTCLOUD_SECRETKEY: 'local',
        TENCENTCLOUD_SESSIONTOKEN: 'local',
      },
    });
    child.on('message', answer => this.hear(answer as Answer));
    child.once('close', code => {
      if (code) this.failed = `a process ended with ${code}`;
    });
    child.send(order);
    return child;
  }

  private hear({ caller, turn, key, hash, code }: Answer): void {
    this.answers += 1;
    const name = `${caller.round} ${caller.number}`;
    this.turns.set(name, { caller, turns: Math.max(turn + 1, this.turns.get(name)?.turns ?? 0) });
    if (code !== null) this.codes.add(code);
    if (key === null) return;
    expect([key, hash]).toEqual([key, this.hashes.get(key) ?? hash]);
    this.hashes.set(key, hash!);
  }

  async watch(url: string): Promise<void> {
    const { openTransactions } = await healthOf(url);
    this.mostOpen = Math.max(this.mostOpen, openTransactions);
  }

  /**
   * When enough was answered, and enough was under way at once, the processes die one after the other, then the
   * endpoint. On a slow machine the first process may have been answered that much before the last one has begun.
   */
  async killedRound(round: number): Promise<void> {
    const { endpoint, url } = await this.start();
    const { environmentId } = await healthOf(url);
    const callersOf = (worker: number): Caller[] =>
      times(CALLERS_A_PROCESS).map(n => ({ round, number: worker * CALLERS_A_PROCESS + n }));
    if (round === 0) await once(this.worker(url, environmentId, { callers: [], isFirst: true }), 'close');
    const workers = times(PROCESSES).map(worker =>
      this.worker(url, environmentId, { callers: callersOf(worker), isFirst: false }),
    );
    const enough = this.answers + ANSWERS_BEFORE_A_KILL;
    while (this.answers < enough || this.mostOpen < MOST_OPEN) {
      if (this.failed !== null) throw new Error(this.failed);
      await this.watch(url);
      await pause(5);
    }
    for (const worker of workers.slice(1)) {
      worker.kill('SIGKILL');
      await pause(30);
    }
    endpoint.child.kill('SIGKILL');
    workers[0]!.kill('SIGKILL');
    await Promise.all([endpoint.ended, ...workers.map(gone)]);
  }

  /** Everything once more, and what nobody knows of: the turn after each caller's last answer. */
  async settle(): Promise<void> {
    const { endpoint, url } = await this.start();
    const { environmentId } = await healthOf(url);
    const callers = [...this.turns.values()].map(({ caller, turns }) => ({ ...caller, turns: turns + 1 }));
    const silent = times(KILLS).flatMap(round =>
      times(PROCESSES * CALLERS_A_PROCESS).map(number => ({ round, number, turns: 1 })),
    );
    const all = new Map([...silent, ...callers].map(each => [`${each.round} ${each.number}`, each]));
    await once(this.worker(url, environmentId, { callers: [...all.values()], isFirst: false }), 'close');
    endpoint.child.kill('SIGTERM');
    expect((await endpoint.ended).code).toBe(0);
  }
}

const gone = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'close');

test('holds, rewards, spending and expiry survive the death of everybody: nothing lost, half or twice', async () => {
  const trade = new Trade();
  for (const round of times(KILLS)) await trade.killedRound(round);
  await trade.settle();

  const source = openFolder(trade.data);
  const lines: string[] = [];
  const unasked: string[] = [];
  let stored = 0;
  for await (const line of readLedger(source)) {
    lines.push(JSON.stringify(line));
    if (line.collection !== 'ledger_entries') continue;
    const { _id: key } = line.document;
    const hash = trade.hashes.get(key);
    if (hash !== undefined) stored += 1;
    else if (!/^(fund|old:|merged:)/.test(key)) unasked.push(key);
    if (hash !== undefined) expect([key, hashOf(line.document)]).toEqual([key, hash]);
  }
  await source.close();
  expect(await verifyLedger(lines)).toMatchObject({ faults: [], ok: true });
  expect(unasked).toEqual([]);
  expect(stored).toBe(trade.hashes.size);
  for (const verb of ['gift', 'ride', 'hold', 'posted', 'voided', 'reward', 'spend', 'expired', 'reversal'])
    expect([...trade.hashes.keys()]).toContainEqual(expect.stringMatching(`^${verb}:`));
}, 1_800_000);
