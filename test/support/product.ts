/**
 * The whole product for a test file: the built functions on the real SDK, in processes of their own, against the real
 * endpoint with a data folder of its own that is removed at the end.
 *
 * ```ts
 * let product: Product;
 * beforeAll(async () => { product = await startProduct(); }, START_TIMEOUT_MS);
 * afterAll(() => product.stop());
 *
 * const answer = await product.call('o-ann', 'riders.signIn', {});       // as the mini-program calls function api
 * const rider = await product.signedInRider('o-ann', { consent: true }); // signs in, agrees; answers the uid
 * const response = await product.http('/partner/v1/rides', { method: 'POST', … }); // as a partner calls
 * await product.advanceClock(600_000);            // the timers that are due run before it answers
 * await createCode(product.platform, { … });      // a use case in this process, on the real SDK, same database and key
 * const cost = await product.databaseCalls(() => product.call(…)); // what the endpoint counted for that one call
 * ```
 * The clock starts on 2026-11-10 at 08:00:01 in Beijing and goes on from there. One product a file: the SDK in this
 * process knows one endpoint. The functions are built when they are not those of the sources.
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CallAnswer } from '../../cloudfunctions/contract/envelope';
import type {
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from '../../cloudfunctions/contract/procedures';
import type { Platform } from '../../cloudfunctions/platform';
import { type CallRecord, type Cloud, startCloud } from '../../local/cloud';
import { connectSdk } from './connect-sdk';

/** For `beforeAll`: a build, a bundle and a start on a busy machine. */
export const START_TIMEOUT_MS = 300_000;

/** One second after the timers' mark, so that none comes by chance: the next one is five minutes away. */
const START_AT_MS = Date.parse('2026-11-10T08:00:01+08:00');

export interface CallOptions {
  /** Made anew when not given. */
  requestId?: string;
  /** The phone's address. */
  address?: string;
}

export class Product {
  private constructor(
    readonly cloud: Cloud,
    readonly dataFolder: string,
    /** Use cases of this process: the real SDK, the endpoint's clock, the installation's key. */
    readonly platform: Platform,
  ) {}

  /** @param environment variables of the functions that are not to be drawn or to have their usual values */
  static async start({
    startAtMs = START_AT_MS,
    environment: given,
  }: {
    startAtMs?: number;
    environment?: Record<string, string>;
  } = {}): Promise<Product> {
    const root = process.cwd();
    execFileSync(process.execPath, ['test/support/build-product.mjs'], { cwd: root, stdio: 'pipe' });
    const dataFolder = mkdtempSync(path.join(tmpdir(), 'product-'));
    if (given) writeFileSync(path.join(dataFolder, 'environment.json'), JSON.stringify(given));
    const cloud = await startCloud({
      port: 0,
      dataFolder,
      functionsFolder: path.join(root, 'dist/cloudfunctions'),
      mostProcesses: 3,
      startAtMs,
    });
    const environment = JSON.parse(readFileSync(path.join(dataFolder, 'environment.json'), 'utf8'));
    const platform = await connectSdk(cloud, environment);
    return new Product(cloud, dataFolder, platform);
  }

  /** Calls a procedure as the mini-program of that person does. */
  async call<Name extends ProcedureName>(
    openid: string,
    procedure: Name,
    input: ProcedureInput<Name>,
    options: CallOptions = {},
  ): Promise<CallAnswer<ProcedureOutput<Name>>> {
    const event = { procedure, requestId: options.requestId ?? randomUUID(), input };
    return (await this.callFunction('api', openid, event, options)) as CallAnswer<ProcedureOutput<Name>>;
  }

  /** The data of a call that has to succeed. */
  async data<Name extends ProcedureName>(
    openid: string,
    procedure: Name,
    input: ProcedureInput<Name>,
    options: CallOptions = {},
  ): Promise<ProcedureOutput<Name>> {
    const answer = await this.call(openid, procedure, input, options);
    if (!answer.ok) throw new Error(`${procedure}: ${JSON.stringify(answer.error)}`);
    return answer.data;
  }

  /** What `wx.cloud.callFunction` does, with any event for any function. */
  async callFunction(
    name: string,
    openid: string,
    event: unknown,
    { address = '203.0.113.7' }: CallOptions = {},
  ): Promise<unknown> {
    const response = await this.http(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid, 'x-wx-clientip': address },
      body: JSON.stringify(event),
    });
    const answer = (await response.json()) as { result?: unknown; errMsg?: string };
    if (!('result' in answer)) throw new Error(`function ${name}: ${JSON.stringify(answer)}`);
    return answer.result;
  }

  http(pathAndQuery: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.cloud.url}${pathAndQuery}`, init);
  }

  /** A rider who has signed in, and agreed to the privacy guideline when `consent` is set. Answers the uid. */
  async signedInRider(openid: string, { consent = false } = {}): Promise<string> {
    const { uid, consent: shown } = await this.data(openid, 'riders.signIn', {});
    if (consent) await this.data(openid, 'riders.giveConsent', { policyVersion: shown.policyVersion });
    return uid;
  }

  async advanceClock(advanceMs: number): Promise<number> {
    const response = await this.http('/clock', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advanceMs }),
    });
    if (!response.ok) throw new Error(`clock: ${await response.text()}`);
    return this.cloud.nowMs();
  }

  /**
   * Goes on to the beginning of a minute. Rate windows are opened and settings read once a minute: what is counted has to
   * lie within one, after a call that has opened and read them.
   */
  async nextMinute(): Promise<void> {
    await this.advanceClock(60_000 - (this.cloud.nowMs() % 60_000));
  }

  /** The last calls of functions with their costs, newest first. */
  async calls(limit = 100): Promise<CallRecord[]> {
    const response = await this.http(`/calls?limit=${limit}`);
    return ((await response.json()) as { calls: CallRecord[] }).calls;
  }

  /** How many database calls the one function call made by `work` took; WeChat's pushes come whenever they like. */
  async databaseCalls(work: () => Promise<unknown>): Promise<number> {
    await work();
    const last = (await this.calls()).find(
      ({ trigger, function: name }) => trigger !== 'wx_trigger' && name !== 'official-account',
    );
    if (!last) throw new Error('No function was called.');
    return last.databaseCalls;
  }

  async stop(): Promise<void> {
    await this.cloud.stop();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}

export const startProduct = Product.start;
