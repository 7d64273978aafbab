import { definitions } from '../../../../cloudfunctions/domain/parameters/change/definitions';
import { conflictLine } from '../../../../cloudfunctions/domain/staff/rights/role-conflicts';
import { viewAlarm, viewCheck, viewPaying } from '../../../../miniprogram/packages/staff/views/alarms';
import { viewBookDay, viewReconciled } from '../../../../miniprogram/packages/staff/views/book-day';
import { viewBookEntry } from '../../../../miniprogram/packages/staff/views/book-entry';
import { accountName, entryReason } from '../../../../miniprogram/packages/staff/views/book-words';
import {
  accountProblem,
  amountProblem,
  cleanAccount,
  viewAccount,
  viewLines,
} from '../../../../miniprogram/packages/staff/views/books';
import { parameterLabels } from '../../../../miniprogram/packages/staff/views/parameter-labels';
import { conflictText } from '../../../../miniprogram/packages/staff/views/role-conflicts';
import { GENESIS_HASH, linkHash } from '../../../../miniprogram/proof';

const NOW_MS = Date.parse('2026-11-22T10:00:00+08:00');
const RIDER = 'user:7k3f9a2cmmmmmmmmmmmmmmmmmm';
const none = { available: 0, held: 0, debt: 0 };

const account = {
  accountId: RIDER,
  uid: RIDER.slice(5),
  seq: 12,
  head: 'a'.repeat(64),
  updatedAtMs: NOW_MS - 3_600_000,
  isClosed: false,
  balance: { carbon: { available: 1_234, held: 50, debt: 7 }, bonus: none },
  lots: [
    {
      kind: 'carbon' as const,
      origin: 'sz-2021:2026-11',
      expiresOn: '2028-11',
      settlesOn: '2026-11-25',
      amount: 1_234,
    },
    { kind: 'bonus' as const, origin: '-', expiresOn: '2028-10', settlesOn: null, amount: 5 },
  ],
  holds: [
    {
      key: 'hold:1',
      deadlineMs: NOW_MS - 1,
      reference: { type: 'donation', id: '1' },
      amounts: { carbon: 50, bonus: 0 },
    },
  ],
  debts: [{ kind: 'carbon' as const, origin: 'sz-2021:2026-10', amount: 7 }],
  serials: null,
  pendingApprovalId: null,
};

test('an account says what is free, set aside and owed, and what of its lots may still be reversed', () => {
  const view = viewAccount(account, NOW_MS);
  expect(view.title).toBe('会员 7k3f9a2c');
  expect(view.balances[0]).toMatchObject({ value: '1,234', note: '预留 50，待抵扣 7' });
  expect(view.lots.map(({ note }) => note)).toEqual([
    'sz-2021:2026-11 · 2028-11 月底到期 · 2026-11-25 前可撤销',
    '2028-10 月底到期',
  ]);
  expect(view.holds[0]).toMatchObject({ name: '减排 50', value: '已过期，待退回' });
  expect(view.debts[0]).toMatchObject({ name: '待抵扣的减排积分', value: '7', tone: 'owed' });
});

test('an account without entries has no chain to show', () => {
  expect(viewAccount({ ...account, seq: 0 }, NOW_MS).chain).toEqual([{ name: '分录', value: '还没有' }]);
});

const line = (seq: number, previousHash: string, hash: string, carbon = 41) => ({
  key: `trip:${seq}`,
  seq,
  reason: 'trip',
  reference: { type: 'trip', id: 'x' },
  change: { carbon, bonus: 0 },
  atMs: NOW_MS,
  previousHash,
  hash,
});

test('an entry that does not name the one below it is marked, a number that is missing is not', () => {
  const lines = [line(5, 'd', 'e'), line(4, 'x', 'd'), line(3, 'b', 'c'), line(1, '0', 'a', -41)];
  const views = viewLines(lines, NOW_MS);
  expect(views.map(({ isBroken }) => isBroken)).toEqual([false, true, false, false]);
  expect(views.map(({ tone }) => tone)).toEqual(['carbon', 'carbon', 'carbon', 'out']);
});

test('an entry that was taken back is marked, and the one that took it back is not', () => {
  const reversal = { ...line(2, 'a', 'b', -41), reference: { type: 'entry', id: 'trip:1' } };
  const views = viewLines([reversal, line(1, '0', 'a')], NOW_MS);
  expect(views.map(({ isReversed }) => isReversed)).toEqual([false, true]);
  expect(views[1]?.label).toContain('已撤销');
});

const stored = {
  _id: 'manual:1',
  requestHash: 'h',
  account: RIDER,
  seq: 1,
  reason: 'manual',
  reference: { type: 'approval', id: '1' },
  commitment: null,
  postings: [
    {
      source: 'mint:manual',
      destination: RIDER,
      kind: 'bonus',
      lots: [{ origin: '-', expiresOn: '2028-11', amount: 250 }],
    },
  ],
  balanceAfter: { carbon: none, bonus: { ...none, available: 250 } },
  answer: { credited: 250 },
  parametersVersion: 1,
  atMs: NOW_MS,
  day: '2026-11-22',
};
const place = { account: RIDER, seq: 1, previousHash: GENESIS_HASH };
const entry = { ...stored, chain: [{ ...place, hash: linkHash({ ...place, entry: stored }) }] };
const found = { entry, reversal: 'possible' as const, reversalKey: null, pendingApprovalId: null };

test('an entry is computed again on the phone, and one that was changed is named', () => {
  expect(viewBookEntry(found)).toMatchObject({
    title: '人工补发',
    amount: '250 奖励积分',
    isEqual: true,
    irreversible: '',
  });
  const lots = [{ origin: '-', expiresOn: '2028-11', amount: 2_500 }];
  const changed = { ...entry, postings: [{ ...stored.postings[0]!, lots }] };
  expect(viewBookEntry({ ...found, entry: changed }).isEqual).toBe(false);
});

test('an entry that cannot be taken back says why', () => {
  expect(viewBookEntry({ ...found, reversal: 'reversed', reversalKey: 'reversal:manual:1' })).toMatchObject({
    irreversible: '这笔已经撤销。',
    reversalKey: 'reversal:manual:1',
  });
  const reversal = { ...entry, reference: { type: 'entry', id: 'manual:1' } };
  expect(viewBookEntry({ ...found, entry: reversal, reversal: 'none' }).irreversible).toBe(
    '这是一笔撤销，不能再撤销。',
  );
});

test('names of accounts and reasons that nobody has words for stay what they are', () => {
  expect(accountName('pool:sz-2021:2026-11')).toBe('碳池 sz-2021:2026-11');
  expect(accountName('sink:retired')).toBe('已注销');
  expect(accountName('odd:1')).toBe('odd 1');
  expect(entryReason('something-new')).toBe('something-new');
});

test.each([
  ['', '请填写 1 以上的整数'],
  ['0', '请填写 1 以上的整数'],
  ['1.5', '请填写 1 以上的整数'],
  ['-3', '请填写 1 以上的整数'],
  ['20001', '一次最多 20,000 积分'],
  [' 20000 ', ''],
])('amount %j: %s', (typed, problem) => {
  expect(amountProblem(typed)).toBe(problem);
});

test('a number is taken as riders read it out, an account by its whole name', () => {
  expect(cleanAccount(' 7K3F 9A2C ')).toBe('7k3f9a2c');
  expect(cleanAccount('pool:sz-2021:2026-11')).toBe('pool:sz-2021:2026-11');
  expect(accountProblem('ab')).not.toBe('');
  expect(accountProblem('campaign:spring#00')).toBe('');
});

const seal = {
  root: 'b'.repeat(64),
  previousRoot: null,
  entryCount: 9,
  lateCount: 0,
  accounts: 4,
  sealedAtMs: NOW_MS,
};
const day = { day: '2026-11-21', seal, auditSeal: null, flows: [], entryCount: 11 };

test('a day says whether it is sealed, and what came later', () => {
  expect(viewBookDay(day, NOW_MS).note).toContain('2 笔');
  expect(viewBookDay({ ...day, seal: null }, NOW_MS)).toMatchObject({ facts: [], flows: [] });
  const flows = [{ account: 'mint:trip', kind: 'carbon' as const, origin: 'sz-2021:2026-11', amount: -82 }];
  expect(viewBookDay({ ...day, flows }, NOW_MS).flows[0]).toMatchObject({
    name: '出行减排（发行）',
    value: '−82',
  });
});

const compared = { trips: 2, tripGrams: 82, entries: 2, entryGrams: 82, reversed: 0, mismatches: [] };

test('a comparison is equal only when it is whole and nothing differs', () => {
  expect(viewReconciled({ ...compared, isComplete: false }).verdict).toBe('running');
  expect(viewReconciled({ ...compared, isComplete: true }).verdict).toBe('equal');
  const mismatches = [
    { tripId: 'a', tripGrams: 41, entryGrams: null, isReversed: false },
    { tripId: 'b', tripGrams: 41, entryGrams: 41, isReversed: true },
  ];
  const view = viewReconciled({ ...compared, mismatches, isComplete: false });
  expect(view.verdict).toBe('different');
  expect(view.mismatches.map(({ text }) => text)).toEqual([
    '出行记 41 克，账本里没有这笔',
    '出行记 41 克，账本记 41 克，已撤销',
  ]);
});

test('an alarm says what is wrong, how often, and who is at it', () => {
  const alarm = {
    alarmId: '1',
    kind: 'ledger-finding' as const,
    subject: 'trip:1',
    details: { code: 'CHANGED', key: 'trip:1', day: null, problem: 'the hash differs' },
    raisedAtMs: NOW_MS,
    seenAtMs: NOW_MS,
    count: 3,
    acknowledged: null,
  };
  expect(viewAlarm(alarm, NOW_MS)).toMatchObject({
    title: '分录的内容被改过',
    entryKey: 'trip:1',
    facts: [{ name: '分录', value: 'trip:1' }],
    technical: 'the hash differs',
    acknowledged: '',
  });
  expect(viewAlarm(alarm, NOW_MS).seen).toContain('共发现 3 次');
  const by = { staffId: 's', name: '王丽萍' };
  const seen = viewAlarm({ ...alarm, acknowledged: { by, atMs: NOW_MS, note: '在查' } }, NOW_MS);
  expect(seen).toMatchObject({ acknowledged: expect.stringContaining('王丽萍'), note: '在查' });
});

test('a stop says since when and why, and what goes on', () => {
  const stop = { isPaying: false, reason: '余额不符', sinceMs: NOW_MS, pendingApprovalId: null };
  expect(viewPaying(stop, NOW_MS).text).toMatch(/余额不符.*出行入账不受影响/);
  expect(viewPaying({ ...stop, reason: 'ledger-finding' }, NOW_MS).text).toContain('账本核对发现问题');
  const nothing = { checkedDay: null, checkedAtMs: null, wholeAtMs: null, wholeEntries: 0 };
  const unchecked = {
    state: 'unchecked' as const,
    ...nothing,
    entries: 0,
    accounts: 0,
    findings: [],
    findingCount: 0,
  };
  expect(viewCheck(unchecked, NOW_MS)).toMatchObject({ tone: 'quiet', text: '第一次封账之后开始核对。' });
});

test('parameters and conflicts of roles are called as the server calls them', () => {
  expect(parameterLabels).toEqual(Object.fromEntries(definitions.map(({ path, label }) => [path, label])));
  for (const roleIds of [
    ['auditor', 'customer-service'],
    ['finance', 'user-ops'],
    ['auditor'],
    ['content', 'finance'],
  ]) {
    const [line] = conflictLine(roleIds);
    expect(line?.after?.split('，请确认')[0] ?? '').toBe(conflictText(roleIds));
  }
});
