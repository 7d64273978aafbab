import { verifyLink } from '../../../proof';
import { thousands } from '../../../views/amounts';
import { beijingDay, clockText } from '../../../views/beijing-time';
import type { BookEntry } from '../services/books';
import { accountName, entryReason, kindName, shortHash, shortKey } from './book-words';
import type { Fact } from './books';

interface Link {
  account: string;
  seq: number;
  previousHash: string;
  hash: string;
}

/** An entry as it is stored; the parts that the page shows. */
interface Stored {
  _id: string;
  account: string;
  seq: number;
  reason: string;
  reference: { type: string; id: string };
  commitment: string | null;
  postings: {
    source: string;
    destination: string;
    kind: 'carbon' | 'bonus';
    lots: { origin: string; expiresOn: string; amount: number }[];
  }[];
  chain: Link[];
  balanceAfter: Record<'carbon' | 'bonus', { available: number; held: number; debt: number }>;
  deadlineMs?: number;
  serials?: { pool: string; direction: 'in' | 'out'; from: number; to: number }[];
  parametersVersion: number;
  atMs: number;
  day: string;
}

export interface PostingView {
  key: string;
  from: string;
  to: string;
  amount: string;
  tone: 'carbon' | 'bonus';
  lots: string[];
}

export interface LinkView {
  key: string;
  title: string;
  previous: string;
  hash: string;
  /** Whether this device has computed the same hash from what it was given. */
  isEqual: boolean;
}

export interface EntryView {
  title: string;
  amount: string;
  tone: 'carbon' | 'bonus';
  facts: Fact[];
  postings: PostingView[];
  links: LinkView[];
  isEqual: boolean;
  accountId: string;
  /** Why it cannot be taken back; empty when it can. */
  irreversible: string;
  reversalKey: string;
  pendingApprovalId: string;
}

const sumOf = (lots: readonly { amount: number }[]): number => lots.reduce((sum, lot) => sum + lot.amount, 0);

const viewPosting = (
  { source, destination, kind, lots }: Stored['postings'][number],
  index: number,
): PostingView => ({
  key: String(index),
  from: accountName(source),
  to: accountName(destination),
  amount: `${thousands(sumOf(lots))} ${kindName(kind)}`,
  tone: kind,
  lots: lots
    .filter(({ origin, expiresOn }) => origin !== '-' || expiresOn !== '-')
    .map(({ origin, expiresOn, amount }) =>
      [thousands(amount), origin === '-' ? '' : origin, expiresOn === '-' ? '' : `${expiresOn} 月底到期`]
        .filter(Boolean)
        .join(' · '),
    ),
});

function viewLink(entry: Stored, { account, seq, previousHash, hash }: Link): LinkView {
  const verdict = verifyLink(account, entry, { seq: seq - 1, head: previousHash });
  return {
    key: account,
    title: `${accountName(account)} · 第 ${thousands(seq)} 笔`,
    previous: shortHash(previousHash),
    hash: shortHash(hash),
    isEqual: verdict.ok,
  };
}

const balanceText = ({ available, held, debt }: Stored['balanceAfter']['carbon']): string =>
  [
    thousands(available),
    held > 0 ? `预留 ${thousands(held)}` : '',
    debt > 0 ? `待抵扣 ${thousands(debt)}` : '',
  ]
    .filter(Boolean)
    .join('，');

const timeText = (atMs: number): string => `${beijingDay(atMs)} ${clockText(atMs)}`;

const referenceNames: Readonly<Record<string, string>> = {
  trip: '出行',
  entry: '被撤销的分录',
  hold: '预留',
  order: '订单',
  donation: '捐赠',
  benefit: '权益',
  campaign: '活动',
  merchant: '商户',
  month: '到期月份',
  intake: '入池日',
  certificate: '证书',
  approval: '审批',
  account: '账户',
};

function factsOf(entry: Stored): Fact[] {
  const { atMs, account, seq, reference, balanceAfter, parametersVersion, commitment, deadlineMs } = entry;
  return [
    { name: '时间', value: timeText(atMs) },
    { name: '账户', value: `${accountName(account)}，第 ${thousands(seq)} 笔` },
    { name: referenceNames[reference.type] ?? '关于', value: shortKey(reference.id) },
    ...(deadlineMs === undefined ? [] : [{ name: '截止', value: timeText(deadlineMs) }]),
    { name: '之后减排积分', value: balanceText(balanceAfter.carbon) },
    { name: '之后奖励积分', value: balanceText(balanceAfter.bonus) },
    ...(entry.serials ?? []).map(({ pool, direction, from, to }) => ({
      name: direction === 'in' ? '入池序列号' : '出池序列号',
      value: `${pool.replace('pool:', '')} 第 ${thousands(from)}–${thousands(to)} 克`,
    })),
    { name: '参数版本', value: String(parametersVersion) },
    ...(commitment === null ? [] : [{ name: '凭证承诺', value: shortHash(commitment) }]),
  ];
}

const reversalTexts: Readonly<Record<BookEntry['reversal'], string>> = {
  possible: '',
  none: '这笔没有给会员入账，没有可以撤销的积分。',
  reversed: '这笔已经撤销。',
};

export function viewBookEntry({ entry, reversal, reversalKey, pendingApprovalId }: BookEntry): EntryView {
  const stored = entry as unknown as Stored;
  const isReversal = stored.reference.type === 'entry';
  const links = stored.chain.map(link => viewLink(stored, link));
  const postings = stored.postings.map(viewPosting);
  return {
    title: entryReason(stored.reason),
    amount: postings[0]?.amount ?? '',
    tone: postings[0]?.tone ?? 'carbon',
    facts: factsOf(stored),
    postings,
    links,
    isEqual: links.every(link => link.isEqual),
    accountId: stored.account,
    irreversible: isReversal && reversal === 'none' ? '这是一笔撤销，不能再撤销。' : reversalTexts[reversal],
    reversalKey: reversalKey ?? '',
    pendingApprovalId: pendingApprovalId ?? '',
  };
}
