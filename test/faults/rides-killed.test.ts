import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PartnerRide, RidesAnswer } from '../../cloudfunctions/contract/partner';
import { type Cloud, startCloud } from '../../local/cloud';
import { problemsOf, readBooks } from '../support/audit-rides';
import { PartnerClient, shortRide } from '../support/partner';
import { type Product, START_TIMEOUT_MS, startProduct } from '../support/product';

const MINUTE_MS = 60_000;
const RIDERS = 4;
const RIDES = 30;
const KILLING_MS = process.env.SOAK ? 60_000 : 2_500;
const LEAST_KILLS = 3;
/** On a busy machine as well. */
const SETTLING_MS = 250_000;

let product: Product;
let cloud: Cloud;
let partner: PartnerClient;
beforeAll(async () => {
  const started = await startProduct();
  cloud = started.cloud;
  // The product, on whatever endpoint is running.
  product = Object.create(started, { cloud: { get: () => cloud } }) as Product;
  partner = new PartnerClient(product);
}, START_TIMEOUT_MS);
afterAll(() => product?.stop());

/**
 * A killed function's transaction holds its locks until the database ends it, after 30 seconds. A database that is
 * started again holds none; so the endpoint goes down as well, instead of a long wait.
 */
async function restartCloud(): Promise<void> {
  await cloud.stop();
  cloud = await startCloud({
    port: 0,
    dataFolder: product.dataFolder,
    functionsFolder: path.resolve('dist/cloudfunctions'),
    mostProcesses: 3,
  });
  process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${cloud.url}/admin` });
}

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

/** Ids of this process's children that run the partner function; Linux tells. */
function partnerProcesses(): number[] {
  const children = readdirSync(`/proc/${process.pid}/task`).flatMap(task =>
    readFileSync(`/proc/${process.pid}/task/${task}/children`, 'utf8').split(' '),
  );
  return children.filter(Boolean).map(Number).filter(isPartnerProcess);
}

function isPartnerProcess(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('/partner/index.js');
  } catch {
    return false;
  }
}

/** What an operator's system does: it sends again until each ride has got an answer that is not "later". */
async function deliver(rides: readonly PartnerRide[]): Promise<{ tries: number; rejected: string[] }> {
  const endMs = Date.now() + SETTLING_MS;
  for (let tries = 1; Date.now() < endMs; tries += 1) {
    const answer = await partner.post<RidesAnswer>('rides', { batchId: 'b', rides }).catch(() => null);
    if (answer?.status === 200 && answer.body.deferred.length === 0) {
      return { tries, rejected: answer.body.rejected.map(({ code }) => code) };
    }
    await pause(answer?.status === 200 ? 500 : 20);
  }
  throw new Error('The rides were never settled.');
}

async function takeBack(ticketId: string): Promise<void> {
  const endMs = Date.now() + SETTLING_MS;
  while (Date.now() < endMs) {
    const answer = await partner.post('reversals', { ticketId, reason: 'r' }).catch(() => null);
    if (answer?.status === 200) return;
    await pause(answer?.status === 503 ? 500 : 20);
  }
  throw new Error('The reversal was never settled.');
}

/** A day of rides of a card, of which every sixth overlaps the one before. */
const ridesOf = (card: string, nowMs: number): PartnerRide[] =>
  Array.from({ length: RIDES }, (_, n) => {
    const shift = n % 6 === 5 ? 17 * MINUTE_MS : 0;
    return shortRide(`${card} ${n}`, card, nowMs - (n + 1) * 20 * MINUTE_MS + shift);
  });

/** All riders' rides and reversals of one world, at once. */
async function live(world: string, nowMs: number): Promise<{ tries: number; rejected: string[] }> {
  const names = Array.from({ length: RIDERS }, (_, n) => `${world}-${n}`);
  const outcomes = await Promise.all(
    names.map(async name => {
      const outcome = await deliver(ridesOf(name, nowMs));
      await Promise.all([takeBack(`${name} 3`), takeBack(`${name} never rode`)]);
      return outcome;
    }),
  );
  return {
    tries: outcomes.reduce((sum, { tries }) => sum + tries, 0),
    rejected: outcomes.flatMap(({ rejected }) => rejected),
  };
}

/** What is left of a world, without the names. */
async function left(world: string): Promise<string[]> {
  const { trips } = await readBooks(product.platform);
  return trips
    .filter(trip => trip.evidence?.ticketId.startsWith(`${world}-`))
    .map(({ evidence, state, creditedGrams, fromMs, isFirst }) =>
      [evidence!.ticketId.slice(world.length), state, creditedGrams, fromMs, isFirst].join(' | '),
    )
    .sort();
}

test(
  'the partner function killed in the middle of batches, again and again, loses and doubles nothing',
  async () => {
    const nowMs = product.cloud.nowMs();
    for (const world of ['calm', 'killed']) {
      for (let n = 0; n < RIDERS; n += 1) await partner.riderWithCard(`o-${world}-${n}`, `${world}-${n}`);
    }
    const calm = await live('calm', nowMs);
    expect(calm.tries).toBe(RIDERS);

    let kills = 0;
    let isOver = false;
    const endMs = Date.now() + KILLING_MS;
    const killing = (async () => {
      // On a slow machine the time is over before so many processes have begun.
      while (!isOver && (Date.now() < endMs || kills < LEAST_KILLS)) {
        await pause(50 + Math.random() * 150);
        const [victim] = partnerProcesses();
        if (victim === undefined) continue;
        process.kill(victim, 'SIGKILL');
        kills += 1;
      }
      await restartCloud();
    })();
    const killed = await live('killed', nowMs);
    isOver = true;
    await killing;

    expect(kills).toBeGreaterThanOrEqual(LEAST_KILLS);
    expect(killed.tries).toBeGreaterThan(RIDERS);
    expect(killed.rejected).toEqual(calm.rejected);
    expect(await left('killed')).toEqual(await left('calm'));
    expect(problemsOf(await readBooks(product.platform))).toEqual([]);
  },
  KILLING_MS + 2 * SETTLING_MS,
);
