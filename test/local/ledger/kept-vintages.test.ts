import { credit, reverseEntry } from '../../../cloudfunctions/domain/ledger';
import type { Platform } from '../../../cloudfunctions/platform';
import { beijing, parameters, rider } from '../../cloudfunctions/domain/ledger/notation';
import { verifyStore } from '../../cloudfunctions/domain/ledger/world/check-world';
import { shorthandFor } from '../../cloudfunctions/domain/ledger/world/shorthand';
import {
  plainFate,
  SimulatedDatabase,
  SimulatedStore,
} from '../../cloudfunctions/domain/ledger/world/simulated-database';

/** An account's document keeps what was credited of the latest months; the verifier has to expect just these. */
let store: SimulatedStore;
let nowMs: number;
let platform: Platform;

beforeEach(() => {
  store = new SimulatedStore();
  const keyedDigest = (...parts: string[]) => parts.join(' ');
  const database = new SimulatedDatabase(store, plainFate);
  platform = { database, nowMs: () => nowMs, keyedDigest } as unknown as Platform;
});

const { factsOf, shared } = shorthandFor(() => ({ platform, nowMs }), Number.MAX_SAFE_INTEGER);

async function ride(month: string, amount: number): Promise<void> {
  nowMs = beijing(`${month}-05 08:00`);
  const what = { kind: 'carbon' as const, origin: `sz:${month}`, amount, source: 'mint:trip' };
  await credit(platform, rider, what, factsOf(month), parameters);
}

const keep = (change: (kept: Record<string, number>) => void): void => {
  const document = JSON.parse(store.textOf('ledger_accounts', rider)!);
  change(document.carbonByVintage);
  store.apply(new Map([[`ledger_accounts/${rider}`, JSON.stringify(document)]]));
};
const problems = async () => (await verifyStore(store)).faults.map(({ problem }) => problem);

test('months of which everything was taken back are kept all the same, and an older one is not', async () => {
  const [first, ...later] = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
  await ride(first!, 100);
  for (const month of later) {
    await ride(month, 7);
    await reverseEntry(platform, month, shared());
  }
  expect(await problems()).toEqual([]);
});

test.each<[string, (kept: Record<string, number>) => void]>([
  ['less of a month that is not the latest', kept => Object.assign(kept, { '2026-02': 1 })],
  ['no such month', kept => void delete kept['2026-02']],
  ['a month of which nothing was credited', kept => Object.assign(kept, { '2025-12': 0 })],
])('a document that counts %s is wrong', async (_, change) => {
  for (const month of ['2026-01', '2026-02', '2026-03']) await ride(month, 7);
  keep(change);
  expect(await problems()).toEqual([expect.stringContaining('counts another carbon of')]);
});
