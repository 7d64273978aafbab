import type { Entry } from '../../cloudfunctions/domain/ledger';
import { openFolder } from '../../local/ledger/folder-source';
import { readLedger } from '../../local/ledger/read-ledger';
import { verifyLedger } from '../../local/ledger/verify-ledger';
import { buildProbe } from '../cloudfunctions/domain/ledger/probe/build-probe';
import type { ProbeAnswer, ProbeEvent } from '../cloudfunctions/domain/ledger/probe/event';
import { type EndpointProcess, startEndpoint } from '../local/cloud/endpoint-process';
import { callAs, resultOf } from '../local/cloud/requests';
import { stopTestClouds, temporaryFolder } from '../local/cloud/test-cloud';

/**
 * Function processes and the endpoint are killed while riders are credited and reversed; whatever got no answer is
 * sent again with the same key, as a phone does. In the end each request is in the ledger once, as it was acknowledged.
 */
const kills = process.env.SOAK ? 40 : 2;
/** Many, as a post that dies keeps its rider locked until the endpoint is killed, or for 30 seconds. */
const riders = 60;
const acknowledgedBeforeKill = 30;
const senders = 8;

afterAll(stopTestClouds);

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** Three credits of a rider, then a reversal of the second; one post in thirteen dies somewhere by itself. */
function requestOf(kill: number, number: number): ProbeEvent {
  const account = `user:k-${number % riders}`;
  const turn = Math.floor(number / riders);
  const key = (of: number) => `trip:${kill}:${number % riders}:${of}`;
  if (turn % 4 === 3) return { do: 'reverse', account, key: key(turn - 2) };
  const dying = ['read', 'added', 'written', 'committing'] as const;
  const dieAt = number % 13 === 12 ? dying[Math.floor(number / 13) % 4] : undefined;
  return {
    do: 'credit',
    account,
    key: key(turn),
    amount: 1 + (number % 90),
    ...(dieAt && { dieAt, dieAfterMs: number % 4 }),
  };
}

const entryKey = (request: ProbeEvent): string =>
  request.do === 'reverse' ? `reversal:${request.key}` : request.key;

class Riders {
  readonly acknowledged = new Map<string, Entry>();
  readonly unanswered: ProbeEvent[] = [];
  readonly processes = new Set<number>();
  deaths = 0;

  /** Sends requests one after the other until the endpoint is gone. */
  async send(url: string, next: () => ProbeEvent): Promise<void> {
    for (;;) {
      const request = next();
      if (!(await this.deliver(url, request))) this.unanswered.push(request);
      if (!(await isThere(url))) return;
    }
  }

  /** True when the request was acknowledged. */
  async deliver(url: string, request: ProbeEvent): Promise<boolean> {
    try {
      const { pid, data } = await resultOf<ProbeAnswer<Entry>>(callAs(url, 'o-ann', 'ledger-probe', request));
      this.processes.add(pid);
      if (!data) return false;
      const earlier = this.acknowledged.get(data._id);
      if (earlier) expect(data).toEqual(earlier);
      this.acknowledged.set(data._id, data);
      return true;
    } catch (error) {
      if ((error as { matcherResult?: unknown }).matcherResult) throw error;
      this.deaths += 1;
      return false;
    }
  }

  /** Again what got no answer, without deaths, until everything has one. */
  async settle(url: string): Promise<void> {
    for (let left = this.unanswered.splice(0); left.length > 0; left = this.unanswered.splice(0)) {
      for (const { dieAt: _, ...request } of left.sort((a, b) => (a.do < b.do ? -1 : 1))) {
        if (!(await this.deliver(url, request))) this.unanswered.push(request);
      }
    }
  }
}

const isThere = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    response => response.ok,
    () => false,
  );

/** When enough has been acknowledged, the function processes one after the other, then the endpoint. */
async function killEverything(endpoint: EndpointProcess, alive: Riders): Promise<void> {
  const enough = alive.acknowledged.size + acknowledgedBeforeKill;
  while (alive.acknowledged.size < enough) await pause(10);
  for (const pid of alive.processes) {
    await pause(20);
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has died already.
    }
  }
  alive.processes.clear();
  await pause(150);
  endpoint.child.kill('SIGKILL');
  await endpoint.ended;
}

test('nothing is lost, nothing is half, nothing is there twice', async () => {
  const data = temporaryFolder();
  const functions = buildProbe();
  const start = async () => {
    const endpoint = startEndpoint(['--port', '0', '--data', data, '--functions', functions]);
    return { endpoint, url: await endpoint.url };
  };
  const all = new Riders();
  for (let kill = 0; kill < kills; kill += 1) {
    const { endpoint, url } = await start();
    let number = 0;
    const next = () => requestOf(kill, number++);
    const sending = Array.from({ length: senders }, () => all.send(url, next));
    await killEverything(endpoint, all);
    await Promise.all(sending);
  }
  const { endpoint, url } = await start();
  const requested = new Set([...all.acknowledged.keys(), ...all.unanswered.map(entryKey)]);
  await all.settle(url);
  endpoint.child.kill('SIGTERM');
  expect((await endpoint.ended).code).toBe(0);

  const source = openFolder(data);
  const stored: Entry[] = [];
  const lines: string[] = [];
  for await (const line of readLedger(source)) {
    lines.push(JSON.stringify(line));
    if (line.collection === 'ledger_entries') stored.push(line.document as unknown as Entry);
  }
  await source.close();
  expect(await verifyLedger(lines)).toMatchObject({ faults: [], ok: true });
  expect(new Set(stored.map(entry => entry._id))).toEqual(requested);
  for (const entry of stored) expect(entry).toEqual(all.acknowledged.get(entry._id));
  expect(all.deaths).toBeGreaterThan(kills);
  expect(all.acknowledged.size).toBeGreaterThan(acknowledgedBeforeKill * kills);
}, 1_800_000);
