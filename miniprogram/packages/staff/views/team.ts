import { beijingDay, dayText, momentText } from '../../../views/beijing-time';
import type { Application, Member, Permission } from '../services/team';
import type { MemberAction } from './forms';

const stateWords: Readonly<Record<Member['state'], string>> = {
  active: '在岗',
  disabled: '已停用',
  'on-leave': '请假中',
  removed: '已注销',
};

export interface MemberRow {
  staffId: string;
  name: string;
  note: string;
  state: string;
  tone: 'good' | 'plain';
  label: string;
}

const roleNames = (roles: readonly { name: string }[]): string =>
  roles.length === 0 ? '没有角色' : roles.map(({ name }) => name).join('、');

export function viewMemberRow({ staffId, name, department, roles, state }: Member): MemberRow {
  const note = `${department} · ${roleNames(roles)}`;
  const words = stateWords[state];
  const tone = state === 'active' ? 'good' : 'plain';
  return { staffId, name, note, state: words, tone, label: `${name}，${words}，${note}` };
}

/** Those who work first, who has left last; within that as the server sorts them. */
const order: readonly Member['state'][] = ['active', 'on-leave', 'disabled', 'removed'];

export const inTeamOrder = (members: readonly Member[]): Member[] =>
  order.flatMap(state => members.filter(member => member.state === state));

export interface ApplicationRow {
  applicationId: string;
  name: string;
  note: string;
  reason: string;
}

export const viewApplicationRow = (application: Application, today: string): ApplicationRow => {
  const { applicationId, name, department, superior, roles, reason, approvedAtMs } = application;
  const approved = `${dayText(beijingDay(approvedAtMs), today)}全部同意`;
  const note = `${department} · ${roleNames(roles)} · 上级 ${superior.name} · ${approved}`;
  return { applicationId, name, note, reason };
};

export interface Fact {
  name: string;
  value: string;
}

export interface MemberView {
  name: string;
  state: string;
  tone: 'good' | 'plain';
  stateReason: string;
  facts: Fact[];
  roleIds: string[];
  actions: { action: MemberAction; text: string }[];
}

function factsOf(member: Member, nowMs: number): Fact[] {
  const { department, superior, roles, lastActiveAtMs, hasCode, elevatedUntilMs } = member;
  const facts = [
    { name: '部门', value: department },
    { name: '直属上级', value: superior?.name ?? '没有' },
    { name: '角色', value: roleNames(roles) },
    { name: '最近使用', value: lastActiveAtMs === null ? '还没有用过' : momentText(lastActiveAtMs, nowMs) },
    { name: '动态码', value: hasCode ? '已启用' : '未设置' },
  ];
  if (elevatedUntilMs !== null)
    facts.push({ name: '临时权限', value: `到 ${momentText(elevatedUntilMs, nowMs)}` });
  return facts;
}

interface Offer {
  action: MemberAction;
  text: string;
  needs: Permission;
  offered(member: Member): boolean;
}

const isActive = ({ state }: Member): boolean => state === 'active';
const isHere = ({ state }: Member): boolean => state !== 'removed';

/** What can be done with a member, in the order of how far it goes. */
const offers: readonly Offer[] = [
  { action: 'grant', text: '变更角色', needs: 'staff.grant', offered: isHere },
  { action: 'leave', text: '登记请假', needs: 'staff.suspend', offered: isActive },
  {
    action: 'enable',
    text: '恢复账号',
    needs: 'staff.enable',
    offered: ({ state }) => state === 'disabled' || state === 'on-leave',
  },
  {
    action: 'recover',
    text: '重置动态码',
    needs: 'staff.recover',
    offered: member => isHere(member) && member.hasCode,
  },
  {
    action: 'disable',
    text: '停用账号',
    needs: 'staff.suspend',
    offered: ({ state }) => state === 'active' || state === 'on-leave',
  },
  { action: 'hand-over', text: '交接工作', needs: 'staff.remove', offered: isHere },
  { action: 'remove', text: '注销账号', needs: 'staff.remove', offered: isHere },
];

/** Nobody changes his own account. */
export function viewMemberDetail(
  member: Member,
  mine: { staffId: string; permissions: ReadonlySet<Permission> },
  nowMs: number,
): MemberView {
  const isMe = member.staffId === mine.staffId;
  const actions = isMe
    ? []
    : offers
        .filter(({ needs, offered }) => mine.permissions.has(needs) && offered(member))
        .map(({ action, text }) => ({ action, text }));
  const { name, state, tone } = viewMemberRow(member);
  return {
    name: isMe ? `${name}（我）` : name,
    state,
    tone,
    stateReason: member.stateReason ?? '',
    facts: factsOf(member, nowMs),
    roleIds: member.roles.map(({ roleId }) => roleId),
    actions,
  };
}

export interface MemberActionWords {
  heading: string;
  note: string;
  confirm: string;
  done: string;
}

export const memberActionWords: Readonly<Record<MemberAction, MemberActionWords>> = {
  grant: {
    heading: '变更角色',
    note: '选好之后的全部角色。另一位同事同意后生效。',
    confirm: '提交审批',
    done: '已提交审批',
  },
  leave: {
    heading: '登记请假',
    note: '请假期间账号不能用，到期后由账号管理专员恢复。',
    confirm: '登记请假',
    done: '已登记',
  },
  disable: { heading: '停用账号', note: '马上停用，可以再恢复。', confirm: '停用', done: '已停用' },
  enable: {
    heading: '恢复账号',
    note: '先弄清当时为什么停用，原因会写进审计记录。',
    confirm: '恢复',
    done: '已恢复',
  },
  'hand-over': {
    heading: '交接工作',
    note: '没办完的审批和下属都交给接手的同事。',
    confirm: '交接',
    done: '已交接',
  },
  remove: {
    heading: '注销账号',
    note: '注销后不能恢复，要用只能重新申请。先交接工作。',
    confirm: '注销',
    done: '已注销',
  },
  recover: {
    heading: '重置动态码',
    note: '验证器丢失时用。两位同事同意后，本人重新设置。',
    confirm: '提交审批',
    done: '已提交审批',
  },
};
