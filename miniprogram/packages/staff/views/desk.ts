import { clockText, momentText } from '../../../views/beijing-time';
import type { Entrance, Todos } from '../services/desk';
import { staffRoutes } from './staff-routes';
import { applicationStations, type Station } from './stations';

type Member = NonNullable<Entrance['member']>;
type Permission = Member['permissions'][number];

/** A row that leads somewhere. */
export interface DeskLink {
  title: string;
  note: string;
  /** A count or a word at the right. */
  value: string;
  url: string;
}

interface Tool {
  title: string;
  note: string;
  url: string;
  needs: Permission;
}

/** Everything that can be opened from the desk, for whom it is. */
const tools: readonly Tool[] = [
  { title: '审批', note: '我提出的和全部', url: staffRoutes.approvals('mine'), needs: 'desk.use' },
  { title: '员工', note: '账号、请假、交接', url: staffRoutes.team, needs: 'staff.read' },
  { title: '角色', note: '每个角色能做什么', url: staffRoutes.roles, needs: 'roles.read' },
  { title: '季度权限检查', note: '谁有用不到的权限', url: staffRoutes.review, needs: 'staff.review' },
  { title: '会员查询', note: '按会员编号，脱敏', url: staffRoutes.riders, needs: 'riders.read' },
  { title: '出行申报', note: '核对截图、处理申诉', url: staffRoutes.declared, needs: 'reports.read' },
  { title: '账本查询', note: '账户、分录、补发、撤销', url: staffRoutes.account(''), needs: 'books.read' },
  { title: '日账核对', note: '出行与账本、封账', url: staffRoutes.day, needs: 'books.reconcile' },
  { title: '碳池与注销', note: '余量、编号、受益方', url: staffRoutes.pools, needs: 'pools.read' },
  { title: '捐赠项目', note: '开放、改名、关闭', url: staffRoutes.funds, needs: 'funds.read' },
  { title: '商户结算', note: '未结算的奖励积分', url: staffRoutes.merchants, needs: 'merchants.read' },
  { title: '告警', note: '核对结果、恢复用分', url: staffRoutes.alarms, needs: 'alarms.read' },
  { title: '运营参数', note: '上限、有效期、限额', url: staffRoutes.parameters, needs: 'parameters.read' },
  { title: '减排因子', note: '系数与来源', url: staffRoutes.factors, needs: 'factors.read' },
  { title: '合作方', note: '密钥、范围、对账', url: staffRoutes.partners, needs: 'partners.read' },
  { title: '车站码', note: '海报、动态码', url: staffRoutes.stations, needs: 'stations.read' },
  { title: '审计记录', note: '谁在何时做了什么', url: staffRoutes.audit, needs: 'audit.read' },
];

export const toolsFor = (permissions: readonly Permission[]): Tool[] =>
  tools.filter(({ needs }) => permissions.includes(needs));

/** What everybody who reads alarms has to know, whether he may do something about it or not; null when all is well. */
export function alarmBanner({ ledger }: Todos): { title: string; text: string; url: string } | null {
  if (ledger === null) return null;
  const { openAlarms, isPaying } = ledger;
  const title = [openAlarms > 0 ? `${openAlarms} 条告警未处理` : '', isPaying ? '' : '积分使用已暂停'];
  if (title.every(part => part === '')) return null;
  const text = isPaying ? '核对发现问题，请尽快查看。' : '出行入账不受影响；查清原因后，两人同意才能恢复。';
  return { title: title.filter(Boolean).join(' · '), text, url: staffRoutes.alarms };
}

/** What waits besides approvals; what does not wait is not listed. */
export function todoLinks(
  { toOpen, reviewDue, ledger, reportsWaiting }: Todos,
  permissions: readonly Permission[] = [],
): DeskLink[] {
  const links: DeskLink[] = [];
  const openAlarms = ledger?.openAlarms ?? 0;
  if (openAlarms > 0 && permissions.includes('alarms.acknowledge')) {
    const note = '核对发现问题，还没有人处理';
    links.push({ title: '告警', note, value: `处理 ${openAlarms} 条`, url: staffRoutes.alarms });
  }
  if (reportsWaiting > 0) {
    const note = '会员在等审核或复核';
    links.push({ title: '出行申报', note, value: `审核 ${reportsWaiting} 份`, url: staffRoutes.declared });
  }
  if (toOpen > 0) {
    const note = '申请已全部同意';
    links.push({ title: '待开通账号', note, value: `开通 ${toOpen} 个`, url: staffRoutes.team });
  }
  if (reviewDue !== null) {
    const title = `${quarterText(reviewDue)}权限检查`;
    links.push({ title, note: '还有员工没有检查', value: '去检查', url: staffRoutes.review });
  }
  return links;
}

/** `2026-Q4` or `2026Q4` → `2026 年第 4 季度`; anything else as it is. */
export function quarterText(quarter: string): string {
  const match = /^(\d{4})-?Q([1-4])$/.exec(quarter);
  return match ? `${match[1]} 年第 ${match[2]} 季度` : quarter;
}

export interface ReminderView {
  key: string;
  title: string;
  time: string;
  approvalId: string;
}

/** What the title alone does not say: that of an approval is the same each time that somebody is told of it. */
const occasions: Readonly<Partial<Record<Todos['reminders'][number]['kind'], string>>> = {
  'decide-soon': '快到时限：',
  escalated: '升级待批：',
};

export const viewReminders = (reminders: Todos['reminders'], nowMs: number): ReminderView[] =>
  reminders.map(({ kind, title, atMs, approvalId }, index) => ({
    key: `${atMs}-${index}`,
    title: `${occasions[kind] ?? ''}${title}`,
    time: momentText(atMs, nowMs),
    approvalId: approvalId ?? '',
  }));

/** As many characters of a staff number as people say. */
const NUMBER_LENGTH = 8;

export interface MemberHead {
  name: string;
  /** What somebody who applies names his superior by. */
  number: string;
  place: string;
  /** Temporary rights, with their end; empty without. */
  elevated: string;
}

export const viewMember = ({ staffId, name, department, roles, elevatedUntilMs }: Member): MemberHead => ({
  name,
  number: staffId.slice(0, NUMBER_LENGTH),
  place: [department, roles.map(role => role.name).join('、')].filter(part => part !== '').join(' · '),
  elevated: elevatedUntilMs === null ? '' : `临时权限到 ${clockText(elevatedUntilMs)} 为止`,
});

export const confirmedText = (confirmedUntilMs: number | null): string =>
  confirmedUntilMs === null ? '' : `动态码已确认，${clockText(confirmedUntilMs)} 前不再问`;

export interface ApplicationView {
  applicationId: string;
  title: string;
  text: string;
  stations: Station[];
  canWithdraw: boolean;
  canApplyAgain: boolean;
}

type ApplicationState = NonNullable<Entrance['application']>['state'];

const applicationWords: Readonly<Record<ApplicationState, readonly [title: string, text: string]>> = {
  pending: ['申请在审批中', '每一站同意后自动到下一站，不用再做什么。'],
  approved: ['已全部同意，等待开通', '账号管理专员开通后，就能进入员工台。'],
  opened: ['账号开通过', '这个账号已经注销，需要时可以重新申请。'],
  denied: ['申请没有通过', '可以问问上级原因，改好后重新申请。'],
  expired: ['申请过期了', '规定时间内没有人处理，可以重新申请。'],
  withdrawn: ['申请已撤回', '需要时可以重新申请。'],
};

export function viewApplication(
  { applicationId, state, steps, appliedAtMs }: NonNullable<Entrance['application']>,
  nowMs: number,
): ApplicationView {
  const [title, text] = applicationWords[state];
  const sent: Station = {
    name: '提交申请',
    note: momentText(appliedAtMs, nowMs),
    comment: '',
    state: 'passed',
  };
  const opened: Station = {
    name: '开通账号',
    note: state === 'approved' ? '等待账号管理专员' : '',
    comment: '',
    state: state === 'approved' ? 'open' : 'waiting',
  };
  const goesOn = state === 'pending' || state === 'approved';
  return {
    applicationId,
    title,
    text,
    stations: [sent, ...applicationStations(steps), ...(goesOn ? [opened] : [])],
    canWithdraw: state === 'pending',
    canApplyAgain: !goesOn,
  };
}

/** Why an account does nothing, for its owner. */
export const restingWords: Readonly<Record<'disabled' | 'on-leave' | 'removed', string>> = {
  disabled: '账号已停用',
  'on-leave': '你在请假中',
  removed: '账号已注销',
};
