import { thousands } from '../../../views/amounts';
import type { AuditFault, ChecksResult, ChecksSoFar } from '../services/audit-chains';

export interface ProgressView {
  percent: number;
  /** `12 / 40 条链 · 3,204 / 9,800 条记录` */
  text: string;
}

export interface CheckVerdict {
  kind: 'whole' | 'stopped' | 'broken';
  title: string;
  text: string;
  /** Where it broke: chain, number, entry. */
  facts: { name: string; value: string }[];
}

export function viewProgress({ chains, chainsInAll, entries, entriesInAll }: ChecksSoFar): ProgressView {
  const percent = entriesInAll === 0 ? 0 : Math.floor((100 * entries) / entriesInAll);
  const text = `${thousands(chains)} / ${thousands(chainsInAll)} 条链 · ${thousands(entries)} / ${thousands(entriesInAll)} 条记录`;
  return { percent, text };
}

const faults: Readonly<Record<AuditFault, string>> = {
  MISSING_LINK: '这条记录没有可用的链接信息',
  GAP: '编号不连续，这里缺了记录',
  BROKEN_LINK: '没有接上前一条的哈希',
  CHANGED: '内容与写入时的哈希不一致，被改动过',
  CUT_OFF: '链尾登记的编号更大，末尾的记录不见了',
  HEAD_BEHIND: '链尾登记的编号更小，这条记录不在登记之内',
  HEAD_DIFFERS: '链尾登记的哈希与最后一条不一致',
};

function brokenVerdict({ account, at, reason, entry }: NonNullable<ChecksResult['broken']>): CheckVerdict {
  return {
    kind: 'broken',
    title: '审计链在这里断开',
    text: faults[reason],
    facts: [
      { name: '链', value: account },
      { name: '断在', value: `第 ${at} 条` },
      ...(entry === null ? [] : [{ name: '记录编号', value: entry._id }]),
    ],
  };
}

export function viewVerdict(result: ChecksResult): CheckVerdict {
  if (result.broken !== null) return brokenVerdict(result.broken);
  const counted = `${thousands(result.chains)} 条链、${thousands(result.entries)} 条记录`;
  if (result.isStopped) {
    return { kind: 'stopped', title: '已停止', text: `停止前核对了 ${counted}，没有发现问题。`, facts: [] };
  }
  return {
    kind: 'whole',
    title: '全部接得上',
    text: `这台设备刚重算了 ${counted}：编号连续，每条都接着前一条，内容没有改动，链尾与登记一致。`,
    facts: [],
  };
}
