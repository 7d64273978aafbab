import { thousands } from '../../../views/amounts';
import { momentText } from '../../../views/beijing-time';
import type { Alarm, PayingOut, Verification } from '../services/alarms';
import { accountName, shortKey } from './book-words';

export interface AlarmView {
  alarmId: string;
  title: string;
  /** What it is about. */
  subject: string;
  /** The entry that it names, which can be opened; empty when it names none. */
  entryKey: string;
  facts: { name: string; value: string }[];
  /** In English, for engineers; empty without. Folded until somebody asks for it. */
  technical: string;
  seen: string;
  /** Who is at it, and what he says; empty while nobody is. */
  acknowledged: string;
  note: string;
}

/** What a check can find wrong, as the contract of the open ledger names it. */
const findings: Readonly<Record<string, string>> = {
  CHANGED: '分录的内容被改过',
  BROKEN_LINK: '分录与前一笔接不上',
  MISSING: '前面少了一笔分录',
  WRONG_BALANCE: '分录记的余额算不出来',
  FORBIDDEN: '分录做了不允许的事',
  WRONG_ACCOUNT: '账户与它的分录不符',
  NOT_AS_SEALED: '分录与封账时不同',
  SEALED_AND_GONE: '封过账的分录不见了',
  NOT_SEALED: '已封账的日子多出一笔',
  WRONG_SEAL: '封账算不出来',
  WRONG_TRIP: '出行与入账的克数不同',
  WRONG_BONUS: '奖励与它的依据不同',
  NOT_CONSERVED: '当天的等式不成立',
};

const kindTitles: Readonly<Record<Alarm['kind'], string>> = {
  'ledger-finding': '账本核对发现问题',
  'audit-finding': '审计记录核对发现问题',
};

const detailNames: Readonly<Record<string, string>> = {
  code: '问题',
  key: '分录',
  seq: '第几笔',
  day: '日期',
  account: '账户',
  reason: '说明',
};

const detailText = (name: string, value: string | number): string => {
  if (name === 'code') return findings[value] ?? String(value);
  if (name === 'account') return accountName(String(value));
  return name === 'key' ? shortKey(String(value)) : String(value);
};

const shownApart = new Set(['code', 'problem']);

const entryKeyOf = ({ details }: Alarm): string => (typeof details.key === 'string' ? details.key : '');

export function viewAlarm(alarm: Alarm, nowMs: number): AlarmView {
  const { alarmId, kind, subject, details, raisedAtMs, seenAtMs, count, acknowledged } = alarm;
  const code = findings[String(details.code)];
  const again = count > 1 ? `，共发现 ${thousands(count)} 次，最近 ${momentText(seenAtMs, nowMs)}` : '';
  return {
    alarmId,
    title: code ?? kindTitles[kind],
    // What the facts say already is not said again.
    subject: Object.values(details).includes(subject) ? '' : shortKey(subject),
    entryKey: entryKeyOf(alarm),
    facts: Object.entries(details)
      .filter((entry): entry is [string, string | number] => entry[1] !== null && !shownApart.has(entry[0]))
      .map(([name, value]) => ({ name: detailNames[name] ?? name, value: detailText(name, value) })),
    technical: typeof details.problem === 'string' ? details.problem : '',
    seen: `${momentText(raisedAtMs, nowMs)} 发现${again}`,
    acknowledged: acknowledged ? `${acknowledged.by.name} ${momentText(acknowledged.atMs, nowMs)} 确认` : '',
    note: acknowledged?.note ?? '',
  };
}

/** Why it was stopped, in words: the system says a code, people say words. */
const stopReason = (reason: string | null): string =>
  reason === null ? '未说明' : ((kindTitles as Readonly<Record<string, string>>)[reason] ?? reason);

export interface PayingView {
  isPaying: boolean;
  title: string;
  text: string;
  pendingApprovalId: string;
}

export function viewPaying(
  { isPaying, reason, sinceMs, pendingApprovalId }: PayingOut,
  nowMs: number,
): PayingView {
  return {
    isPaying,
    title: isPaying ? '会员可以正常使用积分' : '已停止使用积分',
    text: isPaying
      ? '核对发现问题时会自动停用；出行入账不受影响。'
      : `${momentText(sinceMs, nowMs)} 起停用。原因：${stopReason(reason)}。出行入账不受影响；查清原因后，两人同意才能恢复。`,
    pendingApprovalId: pendingApprovalId ?? '',
  };
}

export interface CheckView {
  tone: 'green' | 'amber' | 'quiet';
  state: string;
  text: string;
}

const states: Readonly<Record<Verification['state'], Pick<CheckView, 'state' | 'tone'>>> = {
  unchecked: { state: '还没有核对', tone: 'quiet' },
  sound: { state: '核对无误', tone: 'green' },
  failed: { state: '发现问题', tone: 'amber' },
};

export function viewCheck(verification: Verification, nowMs: number): CheckView {
  const { state, checkedDay, checkedAtMs, wholeAtMs, wholeEntries } = verification;
  const upTo = checkedDay === null ? '' : `逐笔核对到 ${checkedDay}`;
  const at = checkedAtMs === null ? '' : `最近一次 ${momentText(checkedAtMs, nowMs)}`;
  const whole =
    wholeAtMs === null
      ? ''
      : `整本 ${thousands(wholeEntries)} 笔于 ${momentText(wholeAtMs, nowMs)} 从头核对过`;
  return {
    ...states[state],
    text: [upTo, at, whole].filter(Boolean).join('；') || '第一次封账之后开始核对。',
  };
}
