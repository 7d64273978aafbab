import Papa from 'papaparse';
import {
  type AuditEvent,
  exportAudit,
  recordAudit,
  searchAudit,
} from '../../../../cloudfunctions/domain/audit';
import { auditEntries } from '../../../../cloudfunctions/domain/audit/store';
import type { Platform } from '../../../../cloudfunctions/platform';
import { SnapshotDatabase } from '../approvals/snapshot-database';

const startMs = Date.parse('2026-11-10T08:00:00+08:00');
const database = new SnapshotDatabase();
let nowMs = startMs;
const platform = { database, nowMs: () => nowMs } as unknown as Platform;
const reasons = ['说“好”, "yes"', '=1+1', '-2', '＝SUM(A1)', ' @x', '两\n行', '平常的原因'];

const event = (number: number): AuditEvent => ({
  key: `key:${number}`,
  actorId: number % 2 === 0 ? 'ann' : 'bob',
  roles: ['finance'],
  action: number % 3 === 0 ? 'a' : 'b',
  permission: null,
  target: `thing:${number % 4}`,
  after: { number },
  reason: reasons[number] ?? null,
  result: 'done',
});

beforeAll(async () => {
  for (const number of reasons.keys()) {
    nowMs = startMs + number * 1_000;
    await database.transact(transaction => recordAudit(transaction, platform, event(number)));
  }
});

test('a spreadsheet gets Chinese, quotes and line breaks as they were, and no formula', async () => {
  const { text, entries, nextCursor } = await exportAudit(platform, {}, { format: 'csv', cursor: null });
  expect({ entries, nextCursor }).toEqual({ entries: reasons.length, nextCursor: null });
  expect(text.startsWith('\uFEFF时间（北京）,操作人')).toBe(true);
  const rows = Papa.parse<string[]>(text.slice(1), { newline: '\r\n', skipEmptyLines: true }).data;
  const column = rows[0]!.indexOf('原因');
  const shown = (reason: string) => (/^\s*[=\-＝@]/.test(reason) ? `'${reason}` : reason);
  expect(rows.slice(1).map(row => row[column])).toEqual(reasons.map(shown));
  expect(rows[1]![0]).toBe('2026-11-10 08:00:00.000');
});

test('JSON Lines hold the entries as they are stored', async () => {
  const { text } = await exportAudit(platform, {}, { format: 'json-lines', cursor: null });
  const lines = text.trimEnd().split('\n');
  expect(lines.map(line => JSON.parse(line).document)).toEqual(database.all(auditEntries));
});

test('the next part goes on without a header', async () => {
  const cursor = database.all(auditEntries)[4]!.timeline;
  const { text, entries } = await exportAudit(platform, {}, { format: 'csv', cursor });
  expect(entries).toBe(2);
  expect(text).not.toContain('操作人');
});

test.each([
  [{}, [6, 5, 4, 3, 2, 1, 0]],
  [{ actorId: 'ann' }, [6, 4, 2, 0]],
  [{ action: 'a' }, [6, 3, 0]],
  [{ actorId: 'bob', action: 'b' }, [5, 1]],
  [{ target: 'thing:1' }, [5, 1]],
  [{ fromMs: startMs + 2_000, toMs: startMs + 4_000 }, [3, 2]],
  [{ actorId: 'ann', fromMs: startMs + 1, toMs: startMs + 5_000 }, [4, 2]],
  [{ actorId: 'nobody' }, []],
])('the search for %j gives what fits, latest first, page by page', async (filter, numbers) => {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof searchAudit>> = await searchAudit(platform, filter, {
      cursor,
      limit: 2,
    });
    found.push(...page.entries.map(({ _id }) => _id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(found).toEqual(numbers.map(number => `key:${number}`));
});
