import { massText, signed, thousands } from '../../../views/amounts';
import { momentText } from '../../../views/beijing-time';
import type { BookDay, Reconciled } from '../services/books';
import { accountName, shortHash } from './book-words';
import type { Fact } from './books';

export interface DaySealView {
  /** Empty until the day is sealed. */
  facts: Fact[];
  note: string;
  /** What the day moved into the open accounts, and out of them. */
  flows: { key: string; name: string; value: string; tone: 'carbon' | 'bonus'; note: string }[];
}

const NOT_SEALED = '还没有封账。每天 0 点 10 分以后给前一天封账。';

export function viewBookDay({ seal, auditSeal, flows, entryCount }: BookDay, nowMs: number): DaySealView {
  const late = seal === null ? 0 : entryCount - seal.entryCount;
  const lateNote = late > 0 ? `封账之后又来了 ${late} 笔，会列入下一次封账并标明迟到。` : '';
  const facts = seal && [
    { name: '封账时间', value: momentText(seal.sealedAtMs, nowMs) },
    { name: '当天分录', value: `${thousands(seal.entryCount)} 笔` },
    ...(seal.lateCount > 0 ? [{ name: '迟到分录', value: `${thousands(seal.lateCount)} 笔` }] : []),
    { name: '涉及账户', value: `${thousands(seal.accounts)} 个` },
    { name: '账本根', value: shortHash(seal.root) },
    { name: '前一天的根', value: seal.previousRoot === null ? '这是第一天' : shortHash(seal.previousRoot) },
    { name: '审计记录的根', value: auditSeal === null ? '当天没有，或还没封' : shortHash(auditSeal.root) },
  ];
  return {
    facts: facts ?? [],
    note: seal === null ? NOT_SEALED : lateNote,
    flows: flows.map(({ account, kind, origin, amount }) => ({
      key: `${account} ${kind} ${origin}`,
      name: accountName(account),
      value: signed(amount),
      tone: kind,
      note: origin === '-' ? '奖励积分' : `减排积分 · ${origin}`,
    })),
  };
}

export interface ReconciledView {
  /** `equal` only when every ride was compared and none differs. */
  verdict: 'running' | 'equal' | 'different';
  title: string;
  facts: Fact[];
  mismatches: { key: string; text: string }[];
}

function mismatchText({ tripGrams, entryGrams, isReversed }: Reconciled['mismatches'][number]): string {
  if (entryGrams === null) return `出行记 ${thousands(tripGrams)} 克，账本里没有这笔`;
  const entry = isReversed ? `${thousands(entryGrams)} 克，已撤销` : `${thousands(entryGrams)} 克`;
  return `出行记 ${thousands(tripGrams)} 克，账本记 ${entry}`;
}

const titles: Readonly<Record<ReconciledView['verdict'], string>> = {
  running: '正在逐趟比对…',
  equal: '一致：每一趟出行与账本相同',
  different: '不一致：下面这些出行与账本不同',
};

export function viewReconciled(found: Reconciled): ReconciledView {
  const { trips, tripGrams, entries, entryGrams, reversed, mismatches, isComplete } = found;
  const settled = isComplete ? 'equal' : 'running';
  const verdict = mismatches.length > 0 ? 'different' : settled;
  const isEmpty = verdict === 'equal' && trips + entries + reversed === 0;
  return {
    verdict,
    title: isEmpty ? '这一天没有入账的出行，账本也没有' : titles[verdict],
    facts: [
      { name: '出行入账', value: `${thousands(trips)} 趟，${massText(tripGrams)}` },
      { name: '账本发行', value: `${thousands(entries)} 笔，${massText(entryGrams)}` },
      { name: '已撤销', value: `${thousands(reversed)} 趟` },
    ],
    mismatches: mismatches.map(mismatch => ({ key: mismatch.tripId, text: mismatchText(mismatch) })),
  };
}
