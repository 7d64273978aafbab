import type { AuditEntryView } from '../../../../cloudfunctions/contract/staff/audit';
import { exportAudit, searchAudit } from '../../../../miniprogram/packages/staff/services/audit';
import { type ChecksSoFar, checkAudit } from '../../../../miniprogram/packages/staff/services/audit-chains';
import { GENESIS_HASH, linkHash } from '../../../../miniprogram/proof';
import { type FakeWx, installFakeWx, ok, refused } from '../../services/fake-wx';

/** A chain of the log as the server keeps it. */
function chainOf(account: string, length: number): AuditEntryView[] {
  const entries: AuditEntryView[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const previousHash = entries.at(-1)?.chain[0]?.hash ?? GENESIS_HASH;
    const entry = {
      _id: `${account}-${seq}`,
      account,
      seq,
      timeline: `${seq}`,
      atMs: seq,
      day: '2026-11-20',
      actorId: account,
      roles: [],
      action: 'staff.enable',
      permission: null,
      target: null,
      before: null,
      after: { seq },
      reason: null,
      requestId: null,
      result: 'done' as const,
      code: null,
      flags: [],
    };
    const hash = linkHash({ account, seq, previousHash, entry });
    entries.push({ ...entry, chain: [{ account, seq, previousHash, hash }] });
  }
  return entries;
}

const headOf = (account: string, entries: AuditEntryView[]) => ({
  account,
  seq: entries.length,
  head: entries.at(-1)?.chain[0]?.hash ?? GENESIS_HASH,
});

const ENTRIES_A_PAGE = 2;

let fake: FakeWx;
let log: Record<string, AuditEntryView[]>;
let heads: ReturnType<typeof headOf>[];

beforeEach(() => {
  fake = installFakeWx();
  log = { 'outsider#0': [], 'staff:ann': chainOf('staff:ann', 5), system: chainOf('system', 3) };
  heads = Object.entries(log).map(([account, entries]) => headOf(account, entries));
  fake.answer = ({ procedure, input }) => {
    const { account, afterSeq, cursor } = input as {
      account: string;
      afterSeq: number;
      cursor: string | null;
    };
    if (procedure === 'audit.chains') {
      const [first, ...others] = heads;
      return ok(
        cursor === null ? { chains: [first], nextCursor: 'on' } : { chains: others, nextCursor: null },
      );
    }
    const rest = (log[account] ?? []).filter(({ seq }) => seq > afterSeq);
    return ok({ entries: rest.slice(0, ENTRIES_A_PAGE), more: rest.length > ENTRIES_A_PAGE });
  };
});

describe('checking the log', () => {
  test('recomputes every chain, page by page, and tells how far it is', async () => {
    const seen: ChecksSoFar[] = [];
    const result = await checkAudit(soFar => seen.push(soFar) > 0);
    expect(result).toEqual({
      chains: 3,
      chainsInAll: 3,
      entries: 8,
      entriesInAll: 8,
      broken: null,
      isStopped: false,
    });
    expect(seen.map(({ entries }) => entries)).toEqual([0, 0, 2, 4, 5, 5, 7, 8, 8]);
  });

  const ann = () => log['staff:ann']!;
  const tamperings: [string, () => void, { account: string; at: number; reason: string }][] = [
    [
      'a changed entry',
      () => void Object.assign(ann()[3]!, { after: { seq: 99 } }),
      { account: 'staff:ann', at: 4, reason: 'CHANGED' },
    ],
    ['a removed entry', () => void ann().splice(2, 1), { account: 'staff:ann', at: 3, reason: 'GAP' }],
    ['a cut-off end', () => void ann().pop(), { account: 'staff:ann', at: 5, reason: 'CUT_OFF' }],
    [
      'a chain that was made anew',
      () => {
        const anew = ann().map((entry, index) =>
          index === 4 ? { ...entry, reason: 'other', chain: [] } : entry,
        );
        const { chain, ...last } = anew[4]!;
        const previousHash = anew[3]!.chain[0]!.hash;
        const hash = linkHash({ account: 'staff:ann', seq: 5, previousHash, entry: last });
        log['staff:ann'] = [
          ...anew.slice(0, 4),
          { ...last, chain: [...chain, { account: 'staff:ann', seq: 5, previousHash, hash }] },
        ];
      },
      { account: 'staff:ann', at: 5, reason: 'HEAD_DIFFERS' },
    ],
    [
      'a head that was turned back',
      () => {
        heads[1] = headOf('staff:ann', ann().slice(0, 3));
      },
      { account: 'staff:ann', at: 4, reason: 'HEAD_BEHIND' },
    ],
    [
      'a head that was emptied',
      () => {
        heads[2] = headOf('system', []);
      },
      { account: 'system', at: 1, reason: 'HEAD_BEHIND' },
    ],
  ];
  test.each(tamperings)('names %s', async (_, tamper, broken) => {
    tamper();
    expect((await checkAudit(() => true)).broken).toMatchObject(broken);
  });

  test('takes no offence at entries that come while it runs', async () => {
    const before = heads;
    log['staff:ann'] = chainOf('staff:ann', 6);
    const answer = fake.answer;
    fake.answer = data => {
      if (data.procedure === 'audit.chain')
        heads = before.map(head => (head.account === 'staff:ann' ? headOf('staff:ann', ann()) : head));
      return answer(data);
    };
    expect(await checkAudit(() => true)).toMatchObject({ broken: null, entries: 8 });
  });

  test('stops when nobody waits for it', async () => {
    let tellings = 0;
    const result = await checkAudit(() => {
      tellings += 1;
      return tellings < 3;
    });
    expect(result).toMatchObject({ isStopped: true, broken: null, entries: 2 });
  });

  test('fails with the server’s error', async () => {
    fake.answer = () => refused('FORBIDDEN');
    await expect(checkAudit(() => true)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('a search hands over what it is asked', async () => {
  fake.answer = () => ok({ entries: [], names: {}, nextCursor: null });
  await searchAudit({ action: 'staff.open', fromMs: 1 }, 'on');
  expect(fake.sent).toEqual([
    { procedure: 'audit.search', input: { action: 'staff.open', fromMs: 1, cursor: 'on' } },
  ]);
});

describe('an export', () => {
  beforeEach(() => {
    fake.answer = ({ input }) => {
      const { cursor } = input as { cursor: string | null };
      return ok({ text: cursor ?? 'head', entries: 2, nextCursor: cursor === null ? 'tail' : null });
    };
  });

  test('comes part by part, in order', async () => {
    const parts: [string, number][] = [];
    const entries = await exportAudit({}, 'csv', (part, soFar) => parts.push([part, soFar]) > 0);
    expect([entries, parts]).toEqual([
      4,
      [
        ['head', 2],
        ['tail', 4],
      ],
    ]);
  });

  test('ends when nobody waits for more', async () => {
    expect(await exportAudit({}, 'json-lines', () => false)).toBe(2);
    expect(fake.sent).toHaveLength(1);
  });
});
