import { recordAudit } from '../../../cloudfunctions/domain/audit';
import { auditChains, auditEntries } from '../../../cloudfunctions/domain/audit/store';
import type { Platform } from '../../../cloudfunctions/platform';
import { reportLines } from '../../../local/audit-log/print-report';
import { verifyAudit } from '../../../local/audit-log/verify-audit';
import { SnapshotDatabase } from '../../cloudfunctions/domain/approvals/snapshot-database';

type Document = Record<string, unknown> & { _id: string };
let entries: Document[];
let chains: Document[];

beforeEach(async () => {
  const database = new SnapshotDatabase();
  const platform = { database, nowMs: () => 1_800_000_000_000 } as unknown as Platform;
  for (const actorId of ['ann', 'bob']) {
    for (const number of [1, 2, 3, 4]) {
      const what = { action: 'a', permission: null, target: null, result: 'done' } as const;
      const event = { ...what, key: `${actorId}:${number}`, actorId, roles: [], after: { number } };
      await database.transact(transaction => recordAudit(transaction, platform, event));
    }
  }
  entries = database.all(auditEntries) as unknown as Document[];
  chains = database.all(auditChains) as unknown as Document[];
});

const verify = () =>
  verifyAudit([
    ...entries.map(document => JSON.stringify({ collection: 'audit_entries', document })),
    ...chains.map(document => JSON.stringify({ collection: 'audit_chains', document })),
  ]);
const entry = (id: string) => entries.find(({ _id }) => _id === id)!;
const end = () => chains.find(({ _id }) => _id === 'staff:bob')!;
const remove = (id: string) => {
  entries = entries.filter(({ _id }) => _id !== id);
};

test('a log as the product writes it is sound', async () => {
  const report = await verify();
  expect(report).toMatchObject({ chains: 2, entries: 8, faults: [], faultCount: 0, ok: true });
  expect(reportLines(report).at(-1)).toContain('is sound');
});

test.each<[string, () => void, number | null, string | null, RegExp]>([
  ['a changed entry', () => (entry('bob:2').after = { number: 9 }), 2, 'bob:2', /was changed/],
  ['a changed time', () => (entry('bob:2').atMs = 1), 2, 'bob:2', /was changed/],
  ['a field that was added', () => (entry('bob:2').note = 'x'), 2, 'bob:2', /was changed/],
  ['a removed entry', () => remove('bob:2'), 3, 'bob:3', /number 2 is missing/],
  ['the first entry removed', () => remove('bob:1'), 2, 'bob:2', /number 1 is missing/],
  ['a cut-off end', () => remove('bob:4'), null, 'bob:3', /says 4 entries, here are 3/],
  ['a changed head', () => (end().head = '0'.repeat(64)), null, 'bob:4', /head/],
  [
    'an end moved back with the entry',
    () => Object.assign(end(), { seq: 3 }),
    null,
    'bob:4',
    /says 3 entries/,
  ],
  [
    'an end that is gone',
    () => (chains = chains.filter(({ _id }) => _id !== 'staff:bob')),
    null,
    'bob:4',
    /0 documents/,
  ],
  ['an entry twice', () => entries.push({ ...entry('bob:3') }), 3, 'bob:3', /stands twice/],
  [
    'a swapped pair',
    () => {
      const [left, right] = [entry('bob:2'), entry('bob:3')];
      [left.seq, right.seq] = [right.seq, left.seq];
      [left.chain, right.chain] = [right.chain, left.chain];
    },
    2,
    'bob:3',
    /was changed/,
  ],
  ['an entry from another chain', () => (entry('ann:2').account = 'staff:bob'), 2, 'ann:2', /no link/],
])('%s is found and named', async (_, change, seq, id, problem) => {
  change();
  const report = await verify();
  expect(report.ok).toBe(false);
  const fault = { chain: 'staff:bob', seq, id, problem: expect.stringMatching(problem) };
  expect(report.faults).toContainEqual(fault);
  expect(reportLines(report).join('\n')).toMatch(/FAULT {2}staff:bob.*\n.*NOT sound/s);
});

test('a line that cannot be read is named by its number', async () => {
  const report = await verifyAudit(['{"collection":']);
  expect(report.faults[0]!.problem).toContain('line 1 cannot be read');
});
