import { reportLines } from '../../../local/ledger/print-report';
import { type LedgerReport, verifyLedger } from '../../../local/ledger/verify-ledger';
import { linesOf, rechain, type SampleLedger, sampleLedger } from './sample-ledger';

let ledger: SampleLedger;
beforeEach(async () => {
  ledger = await sampleLedger();
});

const verify = (): Promise<LedgerReport> => verifyLedger(linesOf(ledger));
const entry = (id: string) => ledger.entries.find(({ _id }) => _id === id)!;
const account = () => ledger.accounts.find(({ _id }) => _id === 'user:b')!;
const remove = (id: string) => {
  ledger.entries = ledger.entries.filter(({ _id }) => _id !== id);
};

interface Posted {
  postings: { lots: { amount: number; origin: string }[]; destination: string; source: string }[];
  balanceAfter: { carbon: { available: number } };
}
const posted = (id: string) => entry(id) as unknown as Posted;

test('a sound ledger is found sound, with both sides of each equation', async () => {
  const report = await verify();
  expect(report).toMatchObject({ accounts: 3, entries: 24, trips: 15, faultCount: 0, ok: true });
  expect(report.equations.map(({ left, right }) => `${left} | ${right}`)).toEqual([
    '174 | 174 + 0 − 0 = 174',
    '0 | 0',
    '87 | 87 + 0 − 0 = 87',
    '0 | 0',
    'every origin | every origin',
    '174 | 174',
  ]);
  expect(reportLines(report).at(-1)).toContain('is sound');
});

test('the sample has debts, repayments and expired lots, or it would prove little', () => {
  const reversal = entry('reversal:trip:user:b:1') as unknown as Posted;
  expect(reversal.postings.map(({ source }) => source)).toEqual(['debt:b']);
  expect(posted('trip:user:b:5').postings.map(({ destination }) => destination)).toEqual([
    'user:b',
    'conversion:carbon',
    'debt:b',
  ]);
});

test('the order of the lines does not matter', async () => {
  const report = await verifyLedger(linesOf(ledger).reverse());
  expect(report).toMatchObject({ entries: 24, ok: true });
});

test('a ride’s entry cut off with everything that shows it is found by the trips', async () => {
  const last = entry('trip:user:b:7');
  const before = entry('trip:user:b:6') as typeof last & { atMs: number };
  remove('trip:user:b:7');
  rechain(ledger, 'user:b');
  const document = account() as unknown as { lots: { kind: string; amount: number; settlesOn?: string }[] };
  document.lots = document.lots.filter(({ settlesOn }) => settlesOn !== '2027-01-23');
  Object.assign(document, { updatedAtMs: before.atMs, carbonByVintage: { '2026-10': 26, '2026-11': 15 } });
  const report = await verify();
  expect(report.equations.filter(({ holds }) => !holds).map(({ name }) => name)).toEqual([
    'carbon minted = grams credited to valid trips',
  ]);
});

test('credits that appear in an account break the conservation, and the origin is named', async () => {
  (account().lots as { amount: number }[])[0]!.amount += 5;
  const { equations } = await verify();
  expect(equations.filter(({ holds }) => !holds).map(({ name, right }) => [name, right])).toEqual([
    ['carbon: minted = users free + held − debt + elsewhere', '179 + 0 − 0 = 179'],
    ['the same for each origin, conversion counted', 'carbon sz:2026-11 differs by -5'],
  ]);
});

test('what cannot be read is named by its line', async () => {
  const report = await verifyLedger([...linesOf(ledger), '{"collection":', '{"document":{}}', '']);
  expect(report).toMatchObject({ faultCount: 2, ok: false });
  expect(report.faults.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('line 43 cannot be read'),
    expect.stringContaining('line 44 cannot be read'),
  ]);
});

test('a line that breaks off after its account, or that names two, is a fault of its own', async () => {
  const lines = linesOf(ledger);
  const index = lines.findIndex(line => line.includes('"_id":"trip:user:b:3"'));
  const whole = lines[index]!;
  for (const forged of [whole.slice(0, -9), whole.replace(/}}$/, ',"account":"user:a"}}')]) {
    lines[index] = forged;
    const { faults } = await verifyLedger(lines);
    expect(faults.map(({ problem }) => problem)).toEqual([
      expect.stringMatching(/cannot be read/),
      expect.stringMatching(/number 3 is missing/),
    ]);
  }
});

test('of very many faults the first are shown and all are counted', async () => {
  const report = await verifyLedger(Array.from({ length: 50 }, () => 'x'));
  expect(report.faults).toHaveLength(20);
  expect(reportLines(report)).toContain('FAULT  and 30 more accounts');
});
