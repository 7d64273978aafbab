/**
 * `verify-day <rounds> <riders> <entries a rider>`: prints the seconds of processor time that checking one sealed day takes
 * for each 100,000 entries, by round, as JSON. The database is memory, so what is left is our own code.
 */
import { verifySealedDays } from '../../../cloudfunctions/domain/verification';
import type { Platform } from '../../../cloudfunctions/platform';
import { HeldDocuments } from '../product/held-documents';
import { sealedLedger } from '../product/sealed-ledger';

const MICROS_A_SECOND = 1_000_000;
const PER_ENTRIES = 100_000;
const written = ['ledger_totals', 'ledger_checkpoints', 'ledger_day_parts'];

function fill(riders: number, entriesADay: number): HeldDocuments {
  const database = new HeldDocuments();
  for (const { collection, document } of sealedLedger({ riders, days: 1, entriesADay })) {
    database.put(collection, document);
    const entry = document as { _id: string; postings?: { lots: { amount: number }[] }[] };
    if (collection !== 'ledger_entries') continue;
    const creditedGrams = entry.postings![0]!.lots[0]!.amount;
    database.put('trips', { _id: entry._id, state: 'credited', creditedGrams, entryKey: entry._id } as never);
  }
  return database;
}

async function checkDay(database: HeldDocuments): Promise<void> {
  const platform = { database, nowMs: () => 0, log: () => undefined } as unknown as Platform;
  let cursor: string | null = null;
  do {
    ({ cursor } = await verifySealedDays.step(platform, { windowStartMs: 0, cursor, deadlineMs: Infinity }));
  } while (cursor !== null);
  if ((await database.find({ name: 'ledger_totals' }, { where: {}, limit: 2 })).length !== 1)
    throw new Error('the day was not found sound');
}

async function main(rounds: number, riders: number, entriesADay: number): Promise<void> {
  const database = fill(riders, entriesADay);
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of written) database.clear(name);
    const before = process.cpuUsage();
    await checkDay(database);
    const { user, system } = process.cpuUsage(before);
    const each = (user + system) / MICROS_A_SECOND / (riders * entriesADay);
    // The first one compiles the code.
    if (round > 0) seconds.push(each * PER_ENTRIES);
  }
  process.stdout.write(JSON.stringify(seconds));
}

const [rounds, riders, entriesADay] = process.argv.slice(2).map(Number);
main(rounds!, riders!, entriesADay!).catch((error: unknown) => {
  process.stderr.write(String((error as Error).stack));
  process.exitCode = 1;
});
