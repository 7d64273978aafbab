import type { AuditEntryView } from '../../../../cloudfunctions/contract/staff/audit';
import type { Difference } from '../../../../cloudfunctions/contract/staff/shapes';
import { beijingDay, clockText, nearDayText } from '../../../views/beijing-time';
import { shortHash } from '../../../views/explanation';
import { auditChanges, auditContents } from './audit-changes';
import { actionText, actorText, flagText, targetText } from './audit-words';
import { permissionLabels } from './permission-labels';

const permissionText = (permission: string | null): string =>
  permission === null ? '' : ((permissionLabels as Names)[permission] ?? permission);

/** Names of people by staff id, and of roles by role id. */
export type Names = Readonly<Record<string, string>>;

/** One line of the log. */
export interface AuditLine {
  key: string;
  title: string;
  /** `林悦 · 今天 09:03` */
  detail: string;
  target: string;
  isDenied: boolean;
  label: string;
}

/** One entry with everything that the log has of it. */
export interface AuditDetail {
  key: string;
  title: string;
  isDenied: boolean;
  facts: { name: string; value: string }[];
  /** Why it was done, and what was special about it. */
  reason: string;
  flags: string[];
  /** What it changed; what was not there before has contents only. */
  changes: Difference[];
  contents: { name: string; value: string }[];
  /** What searching for the like takes. */
  actorId: string;
  actor: string;
  action: string;
  target: string;
  targetName: string;
  hash: string;
}

/** `今天 09:03:12`: entries of one minute are told apart. */
function timeText(atMs: number, nowMs: number): string {
  const seconds = String(Math.floor(atMs / 1_000) % 60).padStart(2, '0');
  return `${nearDayText(beijingDay(atMs), beijingDay(nowMs))} ${clockText(atMs)}:${seconds}`;
}

export function viewAuditLine(entry: AuditEntryView, names: Names, nowMs: number): AuditLine {
  const title = actionText(entry.action);
  const detail = `${actorText(entry.actorId, names)} · ${timeText(entry.atMs, nowMs)}`;
  const target = targetText(entry.target, names);
  const isDenied = entry.result === 'denied';
  const label = [title, isDenied ? '未获准' : '', detail, target].filter(Boolean).join('，');
  return { key: entry._id, title, detail, target, isDenied, label };
}

function factsOf(entry: AuditEntryView, names: Names, nowMs: number): AuditDetail['facts'] {
  const facts = [
    { name: '时间', value: timeText(entry.atMs, nowMs) },
    { name: '操作人', value: actorText(entry.actorId, names) },
    { name: '当时的角色', value: entry.roles.map(role => names[role] ?? role).join('、') },
    { name: '对象', value: targetText(entry.target, names) },
    { name: '结果', value: entry.result === 'done' ? '已完成' : `未获准（${entry.code ?? '无错误码'}）` },
    { name: '所用权限', value: permissionText(entry.permission) },
    { name: '请求编号', value: entry.requestId ?? '' },
    { name: '所在链', value: `${entry.account} 第 ${entry.seq} 条` },
  ];
  return facts.filter(({ value }) => value !== '');
}

export function viewAuditDetail(entry: AuditEntryView, names: Names, nowMs: number): AuditDetail {
  const isChange = entry.before !== null && entry.before !== undefined;
  return {
    key: entry._id,
    title: actionText(entry.action),
    isDenied: entry.result === 'denied',
    facts: factsOf(entry, names, nowMs),
    reason: entry.reason ?? '',
    flags: entry.flags.map(flag => flagText(flag, names)),
    changes: isChange ? auditChanges(entry.before, entry.after) : [],
    contents: isChange ? [] : auditContents(entry.after),
    actorId: entry.actorId,
    actor: actorText(entry.actorId, names),
    action: entry.action,
    target: entry.target ?? '',
    targetName: targetText(entry.target, names),
    hash: shortHash(entry.chain[0]?.hash ?? ''),
  };
}
