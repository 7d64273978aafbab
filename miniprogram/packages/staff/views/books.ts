import { signed, thousands } from '../../../views/amounts';
import { beijingDay, dayText, momentText } from '../../../views/beijing-time';
import type { Account, EntryLine } from '../services/books';
import { accountName, entryReason, kindName, shortHash } from './book-words';

export interface Fact {
  name: string;
  value: string;
}

export interface LotView extends Fact {
  key: string;
  tone: 'carbon' | 'bonus' | 'owed';
  /** Where it is from and how long it stays. */
  note: string;
}

export interface AccountView {
  accountId: string;
  title: string;
  /** Carbon and bonus apart. */
  balances: { name: string; value: string; tone: 'carbon' | 'bonus'; note: string }[];
  lots: LotView[];
  holds: LotView[];
  debts: LotView[];
  chain: Fact[];
  /** Bonus can be credited to it. */
  isRider: boolean;
  isClosed: boolean;
  pendingApprovalId: string;
}

type Kind = Account['balance']['carbon'];

const kindNote = ({ held, debt }: Kind): string =>
  [held > 0 ? `预留 ${thousands(held)}` : '', debt > 0 ? `待抵扣 ${thousands(debt)}` : '']
    .filter(Boolean)
    .join('，');

/** Origins of bonus say nothing, and months outside of riders' accounts are not set yet. */
function lotNote({ origin, expiresOn, settlesOn }: Account['lots'][number]): string {
  return [
    origin === '-' ? '' : origin,
    expiresOn === '-' ? '' : `${expiresOn} 月底到期`,
    settlesOn === null ? '' : `${settlesOn} 前可撤销`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const viewLot = (lot: Account['lots'][number], index: number): LotView => ({
  key: `${lot.kind}-${lot.origin}-${lot.expiresOn}-${lot.settlesOn}-${index}`,
  name: kindName(lot.kind),
  value: thousands(lot.amount),
  tone: lot.kind,
  note: lotNote(lot),
});

const amountsText = ({ carbon, bonus }: { carbon: number; bonus: number }): string =>
  [carbon === 0 ? '' : `减排 ${thousands(carbon)}`, bonus === 0 ? '' : `奖励 ${thousands(bonus)}`]
    .filter(Boolean)
    .join('，');

const viewHold = ({ key, deadlineMs, amounts }: Account['holds'][number], nowMs: number): LotView => ({
  key,
  name: amountsText(amounts),
  value: deadlineMs <= nowMs ? '已过期，待退回' : '进行中',
  tone: amounts.carbon > 0 ? 'carbon' : 'bonus',
  note: `截止 ${momentText(deadlineMs, nowMs)}`,
});

const viewDebt = ({ kind, origin, amount }: Account['debts'][number], index: number): LotView => ({
  key: `${kind}-${origin}-${index}`,
  name: `待抵扣的${kindName(kind)}`,
  value: thousands(amount),
  tone: 'owed',
  note: origin === '-' ? '' : origin,
});

function chainFacts({ seq, head, updatedAtMs, serials }: Account, nowMs: number): Fact[] {
  if (seq === 0) return [{ name: '分录', value: '还没有' }];
  return [
    { name: '分录', value: `${thousands(seq)} 笔` },
    { name: '最近变动', value: momentText(updatedAtMs, nowMs) },
    { name: '链尾', value: shortHash(head) },
    ...(serials
      ? [{ name: '序列号', value: `已发 ${thousands(serials.issued)}，已出 ${thousands(serials.left)}` }]
      : []),
  ];
}

export function viewAccount(account: Account, nowMs: number): AccountView {
  const { carbon, bonus } = account.balance;
  return {
    accountId: account.accountId,
    title: accountName(account.accountId),
    balances: [
      { name: '减排积分', value: thousands(carbon.available), tone: 'carbon', note: kindNote(carbon) },
      { name: '奖励积分', value: thousands(bonus.available), tone: 'bonus', note: kindNote(bonus) },
    ],
    lots: account.lots.map(viewLot),
    holds: account.holds.map(hold => viewHold(hold, nowMs)),
    debts: account.debts.map(viewDebt),
    chain: chainFacts(account, nowMs),
    isRider: account.uid !== null,
    isClosed: account.isClosed,
    pendingApprovalId: account.pendingApprovalId ?? '',
  };
}

export interface LineView {
  key: string;
  title: string;
  note: string;
  amount: string;
  tone: 'carbon' | 'bonus' | 'out';
  /** `#12 · 8f31c0aa…` */
  link: string;
  /** It does not name the hash of the entry below it. */
  isBroken: boolean;
  /** An entry above it took it back. */
  isReversed: boolean;
  label: string;
}

const NUMBERS_SHOWN = 8;

function toneOf({ carbon, bonus }: EntryLine['change']): LineView['tone'] {
  if (carbon + bonus < 0) return 'out';
  return carbon === 0 && bonus > 0 ? 'bonus' : 'carbon';
}

/** `older` is the entry below it, where that has been read. Numbers that are missing are no broken link. */
function viewLine(
  line: EntryLine,
  { older, isReversed }: { older: EntryLine | undefined; isReversed: boolean },
  nowMs: number,
): LineView {
  const { key, seq, hash, previousHash, change, atMs } = line;
  const title = entryReason(line.reason);
  const amount = signed(change.carbon + change.bonus);
  const note = `${dayText(beijingDay(atMs), beijingDay(nowMs))} ${momentText(atMs, nowMs).slice(-5)}`;
  const isBroken = older !== undefined && older.seq === seq - 1 && older.hash !== previousHash;
  return {
    key,
    title,
    note,
    amount,
    tone: toneOf(change),
    link: `#${seq} · ${hash.slice(0, NUMBERS_SHOWN)}`,
    isBroken,
    isReversed,
    label: [`第 ${seq} 笔`, title, isReversed ? '已撤销' : '', amount, note, isBroken ? '与前一笔接不上' : '']
      .filter(Boolean)
      .join('，'),
  };
}

/** From the latest on: what took an entry back is above it, in the same account. */
export function viewLines(entries: readonly EntryLine[], nowMs: number): LineView[] {
  const reversed = new Set(
    entries.filter(({ reference }) => reference.type === 'entry').map(({ reference }) => reference.id),
  );
  return entries.map((line, index) =>
    viewLine(line, { older: entries[index + 1], isReversed: reversed.has(line.key) }, nowMs),
  );
}

export const creditOccasions: readonly {
  occasion: 'missed-reward' | 'service' | 'activity';
  name: string;
}[] = [
  { occasion: 'missed-reward', name: '补发漏记的奖励' },
  { occasion: 'service', name: '服务不周，向会员致歉' },
  { occasion: 'activity', name: '线下活动的奖励' },
];

/** As the contract has it. */
export const MOST_CREDIT = 20_000;

/** What is wrong with a typed amount; empty when it can be asked for. */
export function amountProblem(typed: string): string {
  const text = typed.trim();
  if (!/^\d+$/.test(text) || Number(text) < 1) return '请填写 1 以上的整数';
  return Number(text) > MOST_CREDIT ? `一次最多 ${thousands(MOST_CREDIT)} 积分` : '';
}

/** People read riders' numbers out in groups and in capitals; names of other accounts are taken as they are. */
export const cleanAccount = (typed: string): string => {
  const text = typed.trim();
  return text.includes(':') ? text : text.replace(/[\s-]/g, '').toLowerCase();
};

export const accountProblem = (account: string): string =>
  /^[0-9A-Za-z][0-9A-Za-z:#_-]{3,79}$/.test(account)
    ? ''
    : '请输入会员编号，或完整的账户名，如 pool:sz-2021:2026-11';
