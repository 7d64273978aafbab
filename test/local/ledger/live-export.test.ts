import type { DocumentSource, PageRequest } from '../../../local/ledger/document-source';
import { reportLines } from '../../../local/ledger/print-report';
import { readLedger } from '../../../local/ledger/read-ledger';
import { type LedgerReport, verifyLedger } from '../../../local/ledger/verify-ledger';
import { Random } from '../../cloudfunctions/domain/ledger/world/random';
import { type Step, weights } from '../../cloudfunctions/domain/ledger/world/requests';
import { plainFate } from '../../cloudfunctions/domain/ledger/world/simulated-database';
import { World } from '../../cloudfunctions/domain/ledger/world/world';

const verbs = Object.entries(weights).flatMap(([verb, weight]) =>
  Array.from({ length: weight }, () => verb as Step['verb']),
);

/** A ledger that is written to while it is read. */
class LiveLedger {
  private readonly world = new World(true);
  private readonly random: Random;
  private readonly platform = this.world.process(plainFate);
  private steps = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  async step(): Promise<void> {
    this.steps += 1;
    this.world.nowMs += this.random.below(20 * 3_600_000);
    this.world.absorb();
    const request = this.world.requestOf({
      verb: this.steps === 1 ? 'fund' : verbs[this.random.below(verbs.length)]!,
      rider: this.random.below(3),
      amount: 1 + this.random.below(8),
      pick: this.random.below(1000),
    });
    if (request) await this.world.deliver(request, this.platform);
  }

  /** Its documents are read one by one, and something happens before each. */
  source(isBusy: () => boolean): DocumentSource {
    const { store } = this.world;
    return {
      isLive: true,
      page: async ({ collection, afterId, limit }: PageRequest) => {
        const ids = store.all(collection).map(({ _id }) => _id);
        const page = ids
          .filter(id => id > afterId)
          .sort()
          .slice(0, limit);
        const documents = [];
        for (const id of page) {
          if (isBusy()) await this.step();
          documents.push(store.get<{ _id: string }>(collection, id)!);
        }
        return documents;
      },
      get: async (collection, id) => store.get(collection, id),
      close: async () => undefined,
    };
  }
}

async function exported(seed: number, isBusy: () => boolean): Promise<LedgerReport> {
  const ledger = new LiveLedger(seed);
  for (let step = 0; step < 50; step += 1) await ledger.step();
  const lines: string[] = [];
  for await (const line of readLedger(ledger.source(isBusy))) lines.push(JSON.stringify(line));
  return verifyLedger(lines);
}

test('an export is sound while riders, shards, merchants and pools are written, whenever they are', async () => {
  let ahead = 0;
  for (let seed = 0; seed < 16; seed += 1) {
    const report = await exported(seed, () => true);
    expect([seed, report.faults, report.equations.filter(({ holds }) => !holds)]).toEqual([seed, [], []]);
    ahead += report.ahead;
  }
  expect(ahead).toBeGreaterThan(1);
});

test('while nobody writes every document is verified', async () => {
  const report = await exported(1, () => false);
  expect(report).toMatchObject({ ok: true, ahead: 0 });
});

test('the report says of how many accounts the documents could not be verified', async () => {
  const report = { ...(await exported(1, () => false)), ahead: 2 };
  expect(reportLines(report)[1]).toBe(
    '2 accounts were written during the export: their documents are not verified',
  );
});
