import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore, type StoredDocument } from '../../local/cloud/store';
import { ACCOUNTS, START_BALANCE } from './durability-accounts';
import { checkCutLog, checkPragma, checkSyncBeforeAcknowledgement } from './durability-checks';
import { buildWriter, CHILD_ENVIRONMENT } from './durability-child';
import { parseTrace, type TraceEvent, traceWriter } from './durability-trace';

const INSERTS = 40;

/** Rounds of writers that are killed; a soak multiplies them. */
const KILLS = 4 * Number(process.env.SOAK ?? 1);

const scratch = mkdtempSync(join(tmpdir(), 'durability-'));
const base = join(scratch, 'base');
let program: string;

/** Both folders begin as copies of one that was closed in good order, so that all later writes are in the log. */
beforeAll(async () => {
  program = buildWriter();
  const store = openStore({ folder: base, nowMs: () => 0 });
  await store.addCollection('entries');
  await store.addCollection('accounts');
  const accounts = Array.from({ length: ACCOUNTS }, (_unused, _id) => ({ _id, balance: START_BALANCE }));
  await store.insert('accounts', accounts);
  await store.close();
});

afterAll(() => {
  rmSync(scratch, { recursive: true });
  rmSync(dirname(program), { recursive: true });
});

function copyOfBase(name: string): string {
  const folder = join(scratch, name);
  cpSync(base, folder, { recursive: true });
  return folder;
}

describe.each<['FULL' | 'OFF', string]>([
  ['FULL', 'holds'],
  ['OFF', 'fails, so the check can see the difference'],
])('synchronous=%s %s', synchronous => {
  const isDurable = synchronous === 'FULL';
  let folder: string;
  let events: TraceEvent[];

  beforeAll(() => {
    folder = copyOfBase(synchronous);
    events = traceWriter(program, folder, synchronous, INSERTS);
  });

  test('every insert was acknowledged', () => {
    const acknowledged = events.filter(
      event => event.kind === 'announcement' && event.line.startsWith('ack'),
    );
    expect(acknowledged).toHaveLength(INSERTS);
  });

  test('the pragma of the open connection', () => {
    expect(checkPragma(events).length === 0).toBe(isDurable);
  });

  test('a sync covers every write before its acknowledgement', () => {
    const violations = checkSyncBeforeAcknowledgement(events);
    if (isDurable) expect(violations).toEqual([]);
    else expect(violations).toHaveLength(INSERTS);
  });

  test('the log cut at what was on disk at each acknowledgement has everything acknowledged', async () => {
    const violations = await checkCutLog(events, base, folder);
    if (isDurable) expect(violations).toEqual([]);
    else expect(violations).toHaveLength(INSERTS);
  });
});

test('one insert costs one sync, 1.1 at most with everything around it', () => {
  const events = traceWriter(program, copyOfBase('counted'), 'FULL', 200);
  const syncs = events.filter(({ kind }) => kind === 'sync').length;
  expect(syncs).toBeGreaterThanOrEqual(200);
  expect(syncs).toBeLessThanOrEqual(220);
});

test('a call that strace writes in two lines counts when it is done', () => {
  const text = [
    '7 pwrite64(20</f/documents.db-wal>, "x"..., 24, 4096) = 24',
    '7 fdatasync(20</f/documents.db-wal> <unfinished ...>',
    '8 write(9<pipe:[1]>, "y", 1) = 1',
    '7 <... fdatasync resumed>) = 0',
    '7 write(1<pipe:[2]>, "ack 0\\n", 6) = 6',
  ].join('\n');
  expect(parseTrace(text, '/f')).toEqual([
    { kind: 'write', file: '/f/documents.db-wal', end: 4120 },
    { kind: 'sync', file: '/f/documents.db-wal' },
    { kind: 'announcement', line: 'ack 0' },
  ]);
});

test('a connection that is not durable is refused at opening', () => {
  jest.isolateModules(() => {
    const Actual = jest.requireActual<typeof import('libsql')>('libsql');
    class Careless extends (Actual as unknown as new (path: string) => { pragma(source: string): unknown }) {
      override pragma(source: string): unknown {
        return super.pragma(source.replace('FULL', 'NORMAL'));
      }
    }
    jest.doMock('libsql', () => ({ __esModule: true, default: Careless }));
    const { openStore: open } = require('../../local/cloud/store') as { openStore: typeof openStore };
    expect(() => open({ folder: copyOfBase('careless'), nowMs: () => 0 })).toThrow('synchronous=1');
    jest.dontMock('libsql');
  });
});

/** Runs writers until so many transfers are acknowledged, then kills them; gives the acknowledged ids. */
async function transfersUntilKilled(folder: string, enough: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, folder, 'FULL', 'transfers'], { env: CHILD_ENVIRONMENT });
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('ack ')) acknowledged.push(line.slice(4));
    if (acknowledged.length === enough) child.kill('SIGKILL');
  }
  return acknowledged;
}

test('writers killed again and again lose no acknowledged transfer and leave no half one', async () => {
  const folder = copyOfBase('killed');
  const acknowledged: string[] = [];
  for (let round = 1; round <= KILLS; round++) {
    acknowledged.push(...(await transfersUntilKilled(folder, 100 + round * 53)));
    const store = openStore({ folder, nowMs: () => 0 });
    const entries = await store.find('entries', { query: {}, limit: 1_000_000 });
    const accounts = await store.find('accounts', { query: {}, limit: ACCOUNTS });
    await store.close();
    const ids = new Set(entries.map(({ _id }) => _id));
    expect(acknowledged.filter(id => !ids.has(id))).toEqual([]);
    expect(accounts.map(({ balance }) => balance)).toEqual(balancesAfter(entries));
  }
});

function balancesAfter(entries: StoredDocument[]): number[] {
  const balances = Array<number>(ACCOUNTS).fill(START_BALANCE);
  for (const { from, to } of entries as unknown as { from: number; to: number }[]) {
    balances[from]!--;
    balances[to]!++;
  }
  return balances;
}
