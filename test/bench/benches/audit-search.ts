import path from 'node:path';
import { DocumentLog } from '../../../local/cloud/store/document-log';
import type { Bench, BenchContext, Measurement } from '../bench';
import { ejson } from '../http/admin-client';
import { elapsedMs } from '../measuring/elapsed';
import { interleave } from '../measuring/interleave';
import { summaryOf } from '../measuring/median';
import { type Endpoint, startEndpoint } from '../processes/endpoint';
import { actionOf, actorOf, atMsOf, entryOf, targetOf } from '../product/audit-entries';
import { advanceAMinute, call, plantAuditor } from '../product/staff-calls';

const PLAN = { rounds: 15, warmUps: 3 };
const GOAL = { atMost: 200 };
const ENTRIES = 1_000_000;
const QUICK_ENTRIES = 2_000;
/** Written at once. */
const ENTRIES_A_TRANSACTION = 10_000;
const MS_A_SECOND = 1_000;
/** The endpoint holds every document in memory, which a million need more of than Node takes by itself. */
const WITH_MEMORY = ['env', 'NODE_OPTIONS=--max-old-space-size=8192'] as const;

/** Into the database's file, as the endpoint would have written it: a million calls would take a quarter of an hour. */
function writeEntries(context: BenchContext, { dataFolder }: Endpoint, count: number): void {
  const log = new DocumentLog(dataFolder, 'OFF');
  let lastRow = 0;
  for (const { row } of log.documents()) lastRow = row;
  for (let first = 0; first < count; first += ENTRIES_A_TRANSACTION) {
    const length = Math.min(ENTRIES_A_TRANSACTION, count - first);
    const entries = Array.from({ length }, (_, at) => entryOf(first + at));
    const changes = entries.map(entry => {
      lastRow += 1;
      const place = { row: lastRow, collection: 'audit_entries', id: entry._id };
      return { kind: 'put' as const, ...place, ejson: ejson(entry) };
    });
    log.write(changes);
    context.say(`${first + length} of ${count} entries are written`);
  }
  log.close();
}

/** The product's endpoint with its collections and a log of this many entries, and how long it took to get there. */
async function startWithEntries(
  context: BenchContext,
  count: number,
): Promise<{ endpoint: Endpoint; loading: Measurement[] }> {
  const options = { functionsFolder: path.join(context.root, 'dist/cloudfunctions'), runBy: WITH_MEMORY };
  const empty = await startEndpoint(context, options);
  await empty.stop();
  const writeMs = await elapsedMs(async () => writeEntries(context, empty, count));
  context.say('starting');
  let endpoint = empty;
  const startMs = await elapsedMs(async () => {
    endpoint = await startEndpoint(context, options);
  });
  const loading = [
    { name: 'audit-search/write/time', unit: 's', value: writeMs / MS_A_SECOND },
    { name: 'audit-search/start/time', unit: 's', value: startMs / MS_A_SECOND },
  ];
  return { endpoint, loading };
}

/** What an auditor asks for: each filter, those that no index has in full, pages far back, and what is not there. */
function searchesOf(count: number): Record<string, object> {
  const middle = Math.floor(count / 2);
  const [actorId, action, target] = [actorOf(middle), actionOf(middle), targetOf(middle)];
  const days = { fromMs: atMsOf(middle), toMs: atMsOf(middle + Math.floor(count / 100)) };
  return {
    latest: {},
    'far-back': { cursor: entryOf(middle).timeline },
    time: days,
    actor: { actorId },
    action: { action },
    target: { target },
    'actor-and-action': { actorId, action },
    'actor-and-target': { actorId, target },
    'action-and-target': { action, target },
    all: { actorId, action, target, ...days },
    'action-and-nothing': { action, target: 'staff:nobody' },
    'no-actor': { actorId: 'nobody' },
  };
}

async function search(endpoint: Endpoint, input: object): Promise<number> {
  await advanceAMinute(endpoint);
  return elapsedMs(() => call(endpoint, 'staff', 'o-auditor', { procedure: 'audit.search', input }));
}

async function measure(context: BenchContext, endpoint: Endpoint, count: number): Promise<Measurement[]> {
  const searches = Object.entries(searchesOf(count));
  const sides = Object.fromEntries(
    searches.map(([name, input]) => [name, () => search(endpoint, { ...input, limit: 50 })]),
  );
  const rounds = await interleave(context, PLAN, sides);
  return Object.entries(rounds).map(([name, times]) => ({
    name: `audit-search/${name}/time`,
    unit: 'ms',
    goal: GOAL,
    ...summaryOf(times),
  }));
}

/** The auditor's search through the product's own function `staff`, over a log of some three years of a large team. */
export const auditSearch: Bench = {
  name: 'audit-search',
  purpose: 'time of a search of the audit log over a million entries',
  run: async context => {
    const count = context.isQuick ? QUICK_ENTRIES : ENTRIES;
    const { endpoint, loading } = await startWithEntries(context, count);
    try {
      await plantAuditor(endpoint);
      return [...loading, ...(await measure(context, endpoint, count))];
    } finally {
      await endpoint.stop();
    }
  },
};
